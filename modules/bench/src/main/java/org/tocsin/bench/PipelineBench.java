package org.tocsin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.bench.ingest.Child;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.stages.StageRunner;
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
 * Articles a second through the stages, exactly once, on a real broker in a process of its own;
 * beside them a pass-through topology over the same topic on the same broker.
 *
 * <p>Each stage joins those before it and stays; a round is timed until the last of them has done
 * its articles.
 */
@Command(name = "pipeline", description = "All stages on a real broker, beside a pass-through.")
final class PipelineBench implements Callable<Integer> {

    @Option(names = "--articles", description = "Of a round, ${DEFAULT-VALUE} by default.")
    private int articles = 30_000;

    @Option(names = "--rounds", description = "Counted, ${DEFAULT-VALUE} by default.")
    private int rounds = 3;

    @Option(names = "--warm-up", description = "Rounds before, ${DEFAULT-VALUE} by default.")
    private int warmUp = 3;

    @Option(
            names = "--commit-interval",
            description = "Of the stages; theirs in production by default.")
    private String commitInterval;

    @Option(names = "--partitions", description = "Of the topics, ${DEFAULT-VALUE} by default.")
    private int partitions = 4;

    @Option(names = "--threads", description = "Of each stage, ${DEFAULT-VALUE} by default.")
    private int threads = 1;

    @Option(names = "--watchlists", description = "How many, ${DEFAULT-VALUE} by default.")
    private int watchlists = 200;

    @Option(
            names = "--latency",
            description = "Articles sent one by one, 20 a second; ${DEFAULT-VALUE} by default.")
    private int latency = 200;

    @Option(
            names = "--until",
            description = "The last stage: pass-through, dedupe, tag or watch (the default).")
    private String until = "watch";

    private final Corpus corpus = new Corpus(Instant.parse("2026-01-05T00:00:00Z"));
    private Settings settings;
    private AvroSerdes serdes;
    private long written;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tocsin-bench");
        try (Child broker = startBroker(data)) {
            String[] addresses = addresses(broker);
            settings = Settings.from(environment(data, addresses[0], addresses[1]));
            serdes = new AvroSerdes(settings.registry());
            prepare();
            System.out.printf(
                    "rounds of %,d articles, %d partitions, %d threads, exactly once, commits"
                            + " every %d ms, reorder window %d ms%n",
                    articles,
                    partitions,
                    threads,
                    settings.commitInterval().toMillis(),
                    settings.reorderWindow().toMillis());
            Race.Cpu cpu = () -> ownCpu() + broker.cpuSeconds();
            measurePassThrough(cpu);
            try (var race = new Race(settings, cpu)) {
                measureStages(race);
            }
        } finally {
            delete(data);
        }
        return 0;
    }

    private static double ownCpu() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
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
        try (var producer = producer(serdes.of(Topics.WATCHLISTS).serializer())) {
            questions().forEach(each -> send(producer, Topics.WATCHLISTS, each.id(), each));
        }
    }

    /** Its first rounds also make the broker hot. */
    private void measurePassThrough(Race.Cpu cpu) throws Exception {
        try (var race = new Race(settings, cpu)) {
            StageRunner runner = race.start(new PassThrough("pass-through"));
            LongSupplier read = Race.read(runner, Topics.ARTICLES.name());
            measure("pass-through", race, read, articles);
        }
    }

    private void measureStages(Race race) throws Exception {
        if (until.equals("pass-through")) {
            return;
        }
        var dedupe = new DedupeStage(serdes, settings.reorderWindow());
        race.start(dedupe);
        LongSupplier told = () -> told(dedupe);
        // What the pass-through was given is there for it as well.
        race.round(() -> {}, told, written);
        measure("dedupe", race, told, articles);
        measureLatency();
        if (until.equals("dedupe")) {
            return;
        }
        // They are far slower, and catching up with the rounds before makes them hot.
        int fewer = Math.max(1, articles / 10);
        LongSupplier tagged = Race.read(race.start(new TagStage(serdes)), Topics.STORIES.name());
        race.round(() -> {}, tagged, written);
        measure("dedupe and tag", race, tagged, fewer);
        if (until.equals("tag")) {
            return;
        }
        StageRunner watch = race.start(new WatchStage(serdes, Lexicon.shipped()));
        LongSupplier watched = Race.read(watch, Topics.TAGGED.name());
        race.round(() -> {}, watched, written);
        measure("dedupe, tag and watch", race, watched, fewer);
    }

    private static long told(DedupeStage stage) {
        return Arrays.stream(Verdict.Kind.values())
                .mapToLong(kind -> stage.figures().verdicts(kind))
                .sum();
    }

    private void measure(String name, Race race, LongSupplier done, int count) throws Exception {
        var counted = new ArrayList<Race.Round>();
        for (int i = 0; i < warmUp + rounds; i++) {
            List<ProducerRecord<String, byte[]>> batch = batch(count);
            Race.Round round = race.round(() -> write(batch), done, count);
            if (i >= warmUp) {
                counted.add(round);
            }
        }
        double cpu = counted.stream().mapToDouble(Race.Round::cpuSeconds).sum();
        System.out.printf(
                "%s   %,.0f µs of CPU each%n",
                Figures.rate(name, count, counted.stream().map(Race.Round::time).toList()),
                cpu * 1e6 / count / counted.size());
    }

    /** Made before the round, so that making it is no part of that. */
    private List<ProducerRecord<String, byte[]>> batch(int count) {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>(count);
        while (batch.size() < count) {
            batch.add(record(corpus.next()));
        }
        return batch;
    }

    private ProducerRecord<String, byte[]> record(Article article) {
        String topic = Topics.ARTICLES.name();
        byte[] value = serdes.of(Topics.ARTICLES).serializer().serialize(topic, article);
        return new ProducerRecord<>(topic, article.id(), value);
    }

    private void write(List<ProducerRecord<String, byte[]>> batch) {
        try (var producer = producer(new ByteArraySerializer())) {
            batch.forEach(producer::send);
        }
        written += batch.size();
    }

    /** From when an article is written until its telling can be read, at a rate of every day. */
    private void measureLatency() throws InterruptedException {
        if (latency == 0) {
            return;
        }
        try (var clock = new Latency(settings, serdes);
                var producer = producer(new ByteArraySerializer())) {
            for (int i = 0; i < latency; i++) {
                Article article = Latency.fetched(corpus.next(), Instant.now());
                clock.sent(article);
                producer.send(record(article));
                producer.flush();
                Thread.sleep(50);
            }
            written += latency;
            System.out.println(Figures.latency("one article through dedupe", clock.millis()));
        }
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

    private <V> KafkaProducer<String, V> producer(Serializer<V> values) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put("batch.size", 1 << 18);
        config.put("compression.type", "lz4");
        return new KafkaProducer<>(config, new StringSerializer(), values);
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
        environment.put("TOCSIN_STREAMS_THREADS", String.valueOf(threads));
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
