package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.bench.ingest.Child;
import org.tocsin.wire.settings.Settings;

/**
 * The broker and the registry in a process of their own, as they are in production: says where they
 * listen on one line and stays until its input ends. Arguments: the data folder and the number of
 * partitions.
 */
final class BrokerProcess {

    static final String READY = "ready ";

    private BrokerProcess() {}

    /** Starts one below that folder. */
    static Child start(Path data, int partitions) throws IOException {
        var jvm = new ArrayList<>(List.of("-Xmx512m", "-Dlog4j2.level=WARN"));
        jvm.addAll(Child.ownClassPath());
        var main =
                List.of(
                        "org.tocsin.bench.BrokerProcess",
                        data.resolve("broker").toString(),
                        String.valueOf(partitions));
        return Child.start(new Child.Command(-1, jvm, main, Map.of()), data.resolve("broker.log"));
    }

    /** Where it and its registry listen, after what it may have to say of its start. */
    static String[] addresses(Child broker) throws IOException {
        for (String line = broker.line(); line != null; line = broker.line()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length()).split(" ");
            }
        }
        throw new IOException("the broker did not start");
    }

    public static void main(String[] args) throws Exception {
        var environment =
                Map.of(
                        "TOCSIN_DATA", Path.of(args[0]).toString(),
                        "TOCSIN_PARTITIONS", args[1],
                        "TOCSIN_HTTP_PORT", "0",
                        "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                        "TOCSIN_EMBEDDED_REGISTRY_PORT", "0",
                        "TOCSIN_DEMO_FEEDS_PORT", "0");
        try (var platform = EmbeddedPlatform.start(Settings.from(environment))) {
            Settings settings = platform.settings();
            System.out.println(
                    READY
                            + settings.kafka().get("bootstrap.servers")
                            + " "
                            + settings.registry().get("schema.registry.url"));
            while (System.in.read() >= 0) {
                // Nothing is asked of it; the end of the bench closes the pipe.
            }
        }
    }
}
