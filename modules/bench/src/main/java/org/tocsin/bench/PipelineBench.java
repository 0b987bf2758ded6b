package org.tocsin.bench;

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
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.bench.Race.Leg;
import org.tocsin.bench.ingest.Child;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.stages.dedupe.DedupeStage;
import org.tocsin.stages.tag.TagStage;
import org.tocsin.stages.watch.WatchStage;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Articles a second through each stage, exactly once, on a real broker in a process of its own;
 * beside them a pass-through topology over the same topic on the same broker.
 */
@Command(name = "pipeline", description = "All stages on a real broker, beside a pass-through.")
final class PipelineBench implements Callable<Integer> {

    @Option(names = "--articles", description = "How many, ${DEFAULT-VALUE} by default.")
    private int articles = 400_000;

    @Option(
            names = "--commit-interval",
            description = "Of the stages; theirs in production by default.")
    private String commitInterval;

    @Option(names = "--partitions", description = "Of the topics, ${DEFAULT-VALUE} by default.")
    private int partitions = 4;

    @Option(names = "--watchlists", description = "How many, ${DEFAULT-VALUE} by default.")
    private int watchlists = 200;

    @Option(names = "--warm-up", description = "Not counted, ${DEFAULT-VALUE} by default.")
    private Duration warmUp = Duration.ofSeconds(15);

    @Option(names = "--counted", description = "Counted then, ${DEFAULT-VALUE} by default.")
    private Duration counted = Duration.ofSeconds(20);

    @Option(
            names = "--stages",
            split = ",",
            description = "Run one after the other: pass-through, dedupe, tag, watch, all.")
    private List<String> stages = List.of("pass-through", "dedupe", "tag", "watch");

    private Settings settings;
    private AvroSerdes serdes;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tocsin-bench");
        try (Child broker = startBroker(data)) {
            String[] addresses = addresses(broker);
            settings = Settings.from(environment(data, addresses[0], addresses[1]));
            serdes = new AvroSerdes(settings.registry());
            prepare();
            measure(new Race(settings, broker::cpuSeconds, warmUp, counted));
        } finally {
            delete(data);
        }
        return 0;
    }

    private Child startBroker(Path data) throws IOException {
        var jvm = new ArrayList<>(List.of("-Xmx512m", "-Dlog4j2.level=WARN"));
        jvm.addAll(Child.ownClassPath());
        var main =
                List.of(
                        "org.tocsin.bench.BrokerProcess",
                        data.resolve("broker").toString(),
                        String.valueOf(partitions));
        return Child.start(new Child.Command(-1, jvm, main, Map.of()), data.resolve("broker.log"));
    }

    /** Where it listens, after what it may have to say of its start. */
    private static String[] addresses(Child broker) throws IOException {
        for (String line = broker.line(); line != null; line = broker.line()) {
            if (line.startsWith(BrokerProcess.READY)) {
                return line.substring(BrokerProcess.READY.length()).split(" ");
            }
        }
        throw new IOException("the broker did not start");
    }

    private void prepare() throws Exception {
        try (var admin = Admin.create(new HashMap<>(settings.kafka()))) {
            var output = new NewTopic(PassThrough.OUTPUT, partitions, (short) 1);
            admin.createTopics(List.of(output)).all().get();
        }
        try (var producer = producer(Topics.WATCHLISTS)) {
            questions().forEach(each -> send(producer, Topics.WATCHLISTS, each.id(), each));
        }
        var corpus = new Corpus(Instant.parse("2026-01-05T00:00:00Z"));
        try (var producer = producer(Topics.ARTICLES)) {
            for (int i = 0; i < articles; i++) {
                Article article = corpus.next();
                send(producer, Topics.ARTICLES, article.id(), article);
            }
        }
    }

    private void measure(Race race) throws Exception {
        System.out.printf(
                "%,d articles, %d watchlists, %d partitions, exactly once, commits every %d ms%n",
                articles, watchlists, partitions, settings.commitInterval().toMillis());
        for (String stage : stages) {
            race.run(
                            stage.equals("all")
                                    ? List.of(leg("dedupe"), leg("tag"), leg("watch"))
                                    : List.of(leg(stage)))
                    .forEach(
                            (name, pace) ->
                                    System.out.println(
                                            Figures.pace(
                                                    name, pace.rates(), pace.microsARecord())));
        }
    }

    private Leg leg(String stage) {
        return switch (stage) {
            case "pass-through" -> new Leg(new PassThrough(stage), Topics.ARTICLES.name());
            // Counted where it decides: what goes before that line runs ahead of it.
            case "dedupe" -> new Leg(new DedupeStage(serdes), "tocsin-dedupe-in-order-repartition");
            case "tag" -> new Leg(new TagStage(serdes), Topics.STORIES.name());
            case "watch" ->
                    new Leg(new WatchStage(serdes, Lexicon.shipped()), Topics.TAGGED.name());
            default -> throw new IllegalArgumentException("no stage " + stage);
        };
    }

    private List<Watchlist> questions() {
        var actors = Lexicon.shipped().actors().stream().limit(watchlists).toList();
        return IntStream.range(0, actors.size())
                .mapToObj(i -> question("bench-" + i, actors.get(i).name()))
                .toList();
    }

    private static Watchlist question(String id, String actor) {
        String when =
                "actor:\"%s\" AND (event:talks OR event:ceasefire OR event:withdrawal)"
                        .formatted(actor);
        return new Watchlist(id, null, "bench", null, when, "sentence", 1, null, null, 1);
    }

    private <V> KafkaProducer<String, V> producer(Topic<V> topic) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("batch.size", 1 << 18);
        config.put("linger.ms", 20);
        config.put("compression.type", "lz4");
        return new KafkaProducer<>(config, new StringSerializer(), serdes.of(topic).serializer());
    }

    private static <V> void send(
            KafkaProducer<String, V> producer, Topic<V> topic, String key, V value) {
        producer.send(new ProducerRecord<>(topic.name(), key, value));
    }

    private Map<String, String> environment(Path data, String brokers, String registry) {
        var environment = new HashMap<String, String>();
        environment.put("TOCSIN_DATA", data.toString());
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", brokers);
        environment.put("TOCSIN_SCHEMA_REGISTRY_URL", registry);
        if (commitInterval != null) {
            environment.put("TOCSIN_COMMIT_INTERVAL", commitInterval);
        }
        return environment;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
