package org.tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.bench.Race.Leg;
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
 * Articles a second from {@code news.articles} until the watch stage has read the last tagged
 * telling, all stages exactly-once on a real broker in this JVM; beside it a pass-through topology
 * over the same topic on the same broker.
 */
@Command(name = "pipeline", description = "All stages on a real broker, beside a pass-through.")
final class PipelineBench implements Callable<Integer> {

    @Option(names = "--articles", description = "How many, ${DEFAULT-VALUE} by default.")
    private int articles = 20_000;

    @Option(
            names = "--commit-interval",
            description = "Of the stages, ${DEFAULT-VALUE} by default.")
    private String commitInterval = "50ms";

    @Option(names = "--watchlists", description = "How many, ${DEFAULT-VALUE} by default.")
    private int watchlists = 200;

    @Option(
            names = "--apart",
            description = "One stage after the other, to see what each costs by itself.")
    private boolean apart;

    private Settings settings;
    private AvroSerdes serdes;

    @Override
    public Integer call() throws Exception {
        Path data = Files.createTempDirectory("tocsin-bench");
        try (var platform = EmbeddedPlatform.start(Settings.from(environment(data)))) {
            settings = platform.settings();
            serdes = new AvroSerdes(settings.registry());
            prepare();
            try (var race = new Race(settings)) {
                measure(race);
            }
        } finally {
            delete(data);
        }
        return 0;
    }

    private void prepare() throws Exception {
        try (var admin = Admin.create(new HashMap<>(settings.kafka()))) {
            var output = new NewTopic(PassThrough.OUTPUT, settings.partitions(), (short) 1);
            admin.createTopics(List.of(output)).all().get();
        }
        write(Topics.WATCHLISTS, questions());
        var news = new LinkedHashMap<String, Article>();
        Corpus.of(articles, Instant.parse("2026-01-05T00:00:00Z"))
                .forEach(article -> news.put(article.id(), article));
        write(Topics.ARTICLES, news);
    }

    private void measure(Race race) throws Exception {
        System.out.printf(
                "%,d articles, %d watchlists, %d partitions, exactly once%n",
                articles, watchlists, settings.partitions());
        // The first run also pays for loading classes, so it does not count.
        race.run(List.of(new Leg(new PassThrough("warm-up"), Topics.ARTICLES.name())));
        Duration pass =
                last(
                        race.run(
                                List.of(
                                        new Leg(
                                                new PassThrough("pass-through"),
                                                Topics.ARTICLES.name()))));
        System.out.println(Figures.rate("pass-through", articles, List.of(pass)));
        List<Leg> legs =
                List.of(
                        new Leg(new DedupeStage(serdes), Topics.ARTICLES.name()),
                        new Leg(new TagStage(serdes), Topics.STORIES.name()),
                        new Leg(new WatchStage(serdes, Lexicon.shipped()), Topics.TAGGED.name()));
        if (apart) {
            for (Leg leg : legs) {
                print(race.run(List.of(leg)), pass);
            }
        } else {
            print(race.run(legs), pass);
        }
        System.out.printf(
                "offsets written: %,d of alerts, %,d of dead letters%n",
                race.size(Topics.ALERTS.name()), race.size(Topics.DEAD_LETTERS.name()));
    }

    private void print(Map<String, Duration> reached, Duration pass) {
        reached.forEach(
                (stage, time) ->
                        System.out.println(
                                Figures.rate(
                                        "until " + stage + " is done", articles, List.of(time))));
        System.out.printf(
                "%.1f times as long as the pass-through%n",
                Figures.seconds(last(reached)) / Figures.seconds(pass));
    }

    private static Duration last(Map<String, Duration> reached) {
        return reached.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private Map<String, Watchlist> questions() {
        var actors = Lexicon.shipped().actors().stream().limit(watchlists).toList();
        var questions = new LinkedHashMap<String, Watchlist>();
        IntStream.range(0, actors.size())
                .mapToObj(i -> question("bench-" + i, actors.get(i).name()))
                .forEach(watchlist -> questions.put(watchlist.id(), watchlist));
        return questions;
    }

    private static Watchlist question(String id, String actor) {
        String when =
                "actor:\"%s\" AND (event:talks OR event:ceasefire OR event:withdrawal)"
                        .formatted(actor);
        return new Watchlist(id, null, "bench", null, when, "sentence", 1, null, null, 1);
    }

    private <V> void write(Topic<V> topic, Map<String, V> values) {
        try (var producer =
                new KafkaProducer<String, V>(
                        new HashMap<>(settings.kafka()),
                        new StringSerializer(),
                        serdes.of(topic).serializer())) {
            values.forEach(
                    (key, value) -> producer.send(new ProducerRecord<>(topic.name(), key, value)));
        }
    }

    private Map<String, String> environment(Path data) {
        return Map.of(
                "TOCSIN_DATA", data.toString(),
                "TOCSIN_COMMIT_INTERVAL", commitInterval,
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
