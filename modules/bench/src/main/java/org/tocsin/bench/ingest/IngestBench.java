package org.tocsin.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.bench.farm.FarmPlan;
import org.tocsin.bench.ingest.Child.Command;
import org.tocsin.core.feed.Feed;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/**
 * Ingestors over the feed farm for some minutes; then, over the same farm and on the same core, a
 * plain loop over ROME. One ingestor has a core of its own; the broker, the farm and the measuring
 * have the others.
 */
@CommandLine.Command(
        name = "ingest",
        description = "The ingestor over thousands of local feeds, beside a plain loop over ROME.")
public final class IngestBench implements Callable<Integer> {

    @Option(names = "--feeds", description = "How many, ${DEFAULT-VALUE} by default.")
    private int feeds = 10_000;

    @Option(names = "--minutes", description = "After every feed was fetched once.")
    private double minutes = 3;

    @Option(names = "--interval", description = "Of each feed, ${DEFAULT-VALUE} by default.")
    private Duration interval = Duration.ofMinutes(2);

    @Option(names = "--instances", description = "Ingestors, ${DEFAULT-VALUE} by default.")
    private int instances = 1;

    @Option(names = "--partitions", description = "Of the topics, ${DEFAULT-VALUE} by default.")
    private int partitions = 4;

    @Option(names = "--heap", description = "Of an ingestor, ${DEFAULT-VALUE} by default.")
    private String heap = "192m";

    @Option(names = "--kill", description = "Kills the last ingestor at half time.")
    private boolean kill;

    @Option(
            names = "--patience",
            description = "With the first fetch of all feeds, ${DEFAULT-VALUE} by default.")
    private Duration patience = Duration.ofMinutes(10);

    @Option(names = "--yardstick", description = "Seconds of each loop over ROME, 0 for none.")
    private int yardstick = 20;

    @Option(names = "--jar", description = "Another tocsin.jar to measure, its lib beside it.")
    private Path jar;

    private final int cores = Runtime.getRuntime().availableProcessors();
    private final List<Child> ingestors = new ArrayList<>();
    private Path data;
    private Child farm;
    private FarmPlan plan;
    private Settings settings;
    private AvroSerdes serdes;

    @Override
    public Integer call() throws Exception {
        data = Files.createTempDirectory("tocsin-bench");
        try (var platform = EmbeddedPlatform.start(Settings.from(environment()))) {
            settings = platform.settings();
            serdes = new AvroSerdes(settings.registry());
            if (instances == 1) {
                Child.leaveFirstCore();
            }
            startFarm();
            configure();
            System.out.printf(
                    "%,d feeds every %s, %d ingestors of -Xmx%s, %d partitions, %d cores%n",
                    feeds, interval, instances, heap, partitions, cores);
            try (var watcher = new Watcher(settings, serdes)) {
                var run = new IngestRun(this::startIngestors, watcher, plan, minutes, kill);
                run.run(patience);
            } finally {
                ingestors.forEach(Child::close);
            }
            measureLoops();
        } finally {
            if (farm != null) {
                farm.close();
            }
            delete(data);
        }
        return 0;
    }

    private int othersCore() {
        return instances == 1 && cores > 1 ? 1 : -1;
    }

    private void startFarm() throws IOException {
        Instant start = Instant.now();
        var main =
                List.of(
                        "org.tocsin.bench.farm.FeedFarm",
                        String.valueOf(feeds),
                        String.valueOf(start.toEpochMilli()));
        var jvm = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
        jvm.addAll(Child.ownClassPath());
        farm =
                Child.start(
                        new Command(othersCore(), jvm, main, Map.of()), data.resolve("farm.log"));
        plan = new FarmPlan(feeds, Integer.parseInt(farm.line()), start);
    }

    private void configure() {
        try (var producer =
                new KafkaProducer<>(
                        new HashMap<>(settings.kafka()),
                        new StringSerializer(),
                        serdes.of(Topics.FEEDS).serializer())) {
            for (int i = 0; i < feeds; i++) {
                // The farm serves feeds and no pages.
                Feed feed = Feed.at(plan.url(i)).every(interval).readingPages(false);
                producer.send(new ProducerRecord<>(Topics.FEEDS.name(), feed.id(), feed));
            }
        }
    }

    private List<Child> startIngestors() throws IOException {
        for (int i = 0; i < instances; i++) {
            var env = new HashMap<String, String>();
            env.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", brokers());
            env.put("TOCSIN_SCHEMA_REGISTRY_URL", settings.registry().get("schema.registry.url"));
            env.put("TOCSIN_INGEST_ALLOW_LOOPBACK", "true");
            env.put("TOCSIN_DATA", data.resolve("ingest-" + i).toString());
            env.put("TOCSIN_INSTANCE", "bench-" + i);
            var jvm = new ArrayList<>(List.of("-Xmx" + heap, "-XX:+UseSerialGC"));
            jvm.addAll(jar == null ? Child.ownClassPath() : List.of("-cp", jar.toString()));
            var main = List.of("org.tocsin.app.Tocsin", "ingest");
            ingestors.add(
                    Child.start(
                            new Command(i % cores, jvm, main, env),
                            data.resolve("ingest-" + i + ".log")));
        }
        return ingestors;
    }

    private String brokers() {
        return settings.kafka().get("bootstrap.servers");
    }

    private void measureLoops() throws IOException {
        for (int threads : yardstick == 0 ? new int[0] : new int[] {1, 64}) {
            var main =
                    List.of(
                            "org.tocsin.bench.ingest.RomeLoop",
                            String.valueOf(feeds),
                            String.valueOf(plan.port()),
                            String.valueOf(threads),
                            String.valueOf(yardstick));
            var jvm = new ArrayList<>(List.of("-Xmx512m", "-XX:+UseSerialGC"));
            jvm.addAll(Child.ownClassPath());
            try (Child loop =
                    Child.start(new Command(0, jvm, main, Map.of()), data.resolve("loop.log"))) {
                String[] found = loop.line().split(" ");
                long asked = Long.parseLong(found[0]) + Long.parseLong(found[1]);
                System.out.printf(
                        "ROME in a loop, %2d threads: %,.1f fetches/s (%s failed), %.2f CPU s a"
                                + " thousand, %d MB%n",
                        threads,
                        asked / (double) yardstick,
                        found[1],
                        loop.cpuSeconds() * 1000 / asked,
                        loop.megabytes("VmHWM"));
            }
        }
    }

    private Map<String, String> environment() {
        return Map.of(
                "TOCSIN_DATA", data.toString(),
                "TOCSIN_PARTITIONS", String.valueOf(partitions),
                "TOCSIN_HTTP_PORT", "0",
                "TOCSIN_EMBEDDED_KAFKA_PORT", "0",
                "TOCSIN_EMBEDDED_REGISTRY_PORT", "0",
                "TOCSIN_DEMO_FEEDS_PORT", "0");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
