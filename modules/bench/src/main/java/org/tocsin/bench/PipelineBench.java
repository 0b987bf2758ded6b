package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.bench.ingest.Child;
import org.tocsin.bench.window.NewsFlow;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Verdict;
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

    @Option(
            names = "--rounds",
            description = "Counted, ${DEFAULT-VALUE} by default; 0 to time single articles only.")
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
            names = "--within",
            description = "What they ask to stand together, a ${DEFAULT-VALUE} by default.")
    private String within = "sentence";

    @Option(
            names = "--latency",
            description = "Articles timed from hop to hop, ${DEFAULT-VALUE} by default.")
    private int latency = 2_000;

    @Option(names = "--rate", description = "Of those a second, ${DEFAULT-VALUE} by default.")
    private int rate = 200;

    @Option(
            names = "--until",
            description = "The last stage: pass-through, dedupe, tag or watch (the default).")
    private String until = "watch";

    private static final List<String> STAGES = List.of("pass-through", "dedupe", "tag", "watch");
    private static final String ARTICLES = Topics.ARTICLES.name();
    private static final String ABOUT =
            "actor:\"%s\" AND (event:talks OR event:ceasefire OR event:withdrawal)";

    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /**
     * Bodies of their own for dedupe; what has names and events to find is made of few sentences.
     */
    private final NewsFlow flow = new NewsFlow(7, START, Duration.ofMillis(120));

    private final Corpus corpus = new Corpus(START.plus(Duration.ofDays(1)));
    private Settings settings;
    private AvroSerdes serdes;
    private Serializer<Article> articleBytes;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tocsin-bench");
        try (Child broker = BrokerProcess.start(data, partitions)) {
            String[] addresses = BrokerProcess.addresses(broker);
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
            articleBytes = serdes.of(Topics.ARTICLES).serializer();
            if (rounds > 0) {
                measurePassThrough(broker);
            }
            try (var race = new Race(settings, broker)) {
                measureStages(race);
            }
        } finally {
            delete(data);
        }
        return 0;
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
    private void measurePassThrough(Child broker) throws Exception {
        try (var race = new Race(settings, broker)) {
            LongSupplier done = race.start(new PassThrough("pass-through"), ARTICLES);
            measure("pass-through", race, done, flow::next);
        }
    }

    private void measureStages(Race race) throws Exception {
        int last = STAGES.indexOf(until);
        if (rounds == 0 && last > 0) {
            startAll(race, last);
        } else {
            measureEach(race, last);
        }
        if (last > 0 && latency > 0) {
            measureLatency(last);
        }
    }

    /**
     * Where nothing but single articles is timed, one round a warm-up is enough for all of them.
     */
    private void startAll(Race race, int last) throws Exception {
        var dedupe = new DedupeStage(serdes, settings.reorderWindow());
        race.start(dedupe, ARTICLES);
        LongSupplier done = () -> told(dedupe);
        if (last > 1) {
            done = race.start(new TagStage(serdes), Topics.STORIES.name());
        }
        if (last > 2) {
            var watch = new WatchStage(serdes, Lexicon.shipped(), settings.reorderWindow());
            done = race.start(watch, Topics.TAGGED.name());
        }
        measure("all", race, done, corpus::next);
    }

    private void measureEach(Race race, int last) throws Exception {
        if (last > 0) {
            var dedupe = new DedupeStage(serdes, settings.reorderWindow());
            race.start(dedupe, ARTICLES);
            measure("dedupe", race, () -> told(dedupe), flow::next);
        }
        if (last > 1) {
            LongSupplier tag = race.start(new TagStage(serdes), Topics.STORIES.name());
            measure("dedupe and tag", race, tag, corpus::next);
        }
        if (last > 2) {
            var stage = new WatchStage(serdes, Lexicon.shipped(), settings.reorderWindow());
            LongSupplier watch = race.start(stage, Topics.TAGGED.name());
            measure("dedupe, tag and watch", race, watch, corpus::next);
        }
    }

    private static long told(DedupeStage stage) {
        return Arrays.stream(Verdict.Kind.values())
                .mapToLong(kind -> stage.figures().verdicts(kind))
                .sum();
    }

    private void measure(String name, Race race, LongSupplier done, IntFunction<List<Article>> news)
            throws Exception {
        var times = new ArrayList<Duration>();
        Cpu cpu = new Cpu(Map.of());
        for (int i = 0; i < warmUp + rounds; i++) {
            List<ProducerRecord<String, byte[]>> batch = batch(news.apply(articles));
            Race.Round round = race.round(() -> write(batch), done, articles);
            if (i >= warmUp) {
                times.add(round.time());
                cpu = round.cpu().and(cpu);
            }
        }
        if (rounds > 0) {
            System.out.println(Figures.rate(name, articles, times));
            System.out.println("    " + cpu.each((long) articles * rounds));
        }
    }

    /** Made before the round, so that making it is no part of that. */
    private List<ProducerRecord<String, byte[]>> batch(List<Article> news) {
        return news.stream().map(this::record).toList();
    }

    private ProducerRecord<String, byte[]> record(Article article) {
        byte[] value = articleBytes.serialize(ARTICLES, article);
        return new ProducerRecord<>(ARTICLES, article.id(), value);
    }

    private void write(List<ProducerRecord<String, byte[]>> batch) {
        try (var producer = producer(new ByteArraySerializer())) {
            batch.forEach(producer::send);
        }
    }

    /**
     * One article after the other, at a steady rate, as long as that takes. Those of the first
     * {@link #SETTLING} are not counted: until then the stages still compile what one article at a
     * time needs.
     */
    private void measureLatency(int stages) throws InterruptedException {
        try (var clock = new Latency(settings, serdes, stages);
                var producer = producer(new ByteArraySerializer())) {
            long begin = System.nanoTime();
            int settling = (int) (rate * SETTLING.toSeconds());
            for (int i = 0; i < settling + latency; i++) {
                long due = begin + i * 1_000_000_000L / rate;
                Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
                Article article = Latency.fetched(flow.next(1).get(0), Instant.now());
                if (i >= settling) {
                    clock.sent(article);
                }
                producer.send(record(article));
            }
            producer.flush();
            clock.report();
        }
    }

    private List<Watchlist> questions() {
        var asked = new ArrayList<Watchlist>();
        // One that every new story answers, so that there are alerts to time.
        asked.add(question("bench-any", "lang:en"));
        Lexicon.shipped().actors().stream()
                .limit(watchlists)
                .map(actor -> question("bench-" + asked.size(), ABOUT.formatted(actor.name())))
                .forEach(asked::add);
        return asked;
    }

    private Watchlist question(String id, String when) {
        return new Watchlist(id, null, "bench", null, when, within, 1, null, null, 1);
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
