package org.tocsin.app.pipeline;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TransactionListing;
import org.tocsin.stages.StageRunner;
import org.tocsin.stages.dedupe.DedupeStage;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** Instances of the dedupe stage, each with a folder of its own, that come and go. */
final class Fleet implements AutoCloseable {

    private final Deque<StageRunner> running = new ArrayDeque<>();
    private final Settings settings;
    private final Path data;
    private final Duration window;
    private final Admin admin;
    private int started;

    Fleet(Settings settings, Path data, Duration window) {
        this.settings = settings;
        this.data = data;
        this.window = window;
        this.admin = Admin.create(new HashMap<>(settings.kafka()));
    }

    void start() {
        Path folder = data.resolve("instance-" + started++);
        Settings own =
                Settings.from(Map.of("TOCSIN_DATA", folder.toString()))
                        .at(
                                settings.kafka().get("bootstrap.servers"),
                                settings.registry().get("schema.registry.url"));
        var stage = new DedupeStage(new AvroSerdes(own.registry()), window);
        var runner = new StageRunner(stage, own);
        running.addLast(runner);
        runner.start(loss -> {});
    }

    void stopTheEldest() {
        running.removeFirst().close();
    }

    /** As a broker does with the transactions of instances that it believes dead. */
    void tearDownTransactions() throws Exception {
        List<String> open =
                admin.listTransactions().all().get(120, TimeUnit.SECONDS).stream()
                        .map(TransactionListing::transactionalId)
                        .filter(id -> id.startsWith("tocsin-dedupe"))
                        .toList();
        admin.fenceProducers(open).all().get(120, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        running.forEach(StageRunner::close);
        admin.close();
    }
}
