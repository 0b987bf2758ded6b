package org.tocsin.gateway.route;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.tocsin.core.article.Article;
import org.tocsin.core.audit.Replay;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.feed.Discovery;
import org.tocsin.gateway.access.Credentials;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.gateway.desk.DeadLetterDesk;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.LexiconDesk;
import org.tocsin.gateway.pipeline.Delays;
import org.tocsin.gateway.pipeline.Insight;
import org.tocsin.gateway.pipeline.Pipeline;
import org.tocsin.gateway.pipeline.Pipeline.Behind;
import org.tocsin.gateway.pipeline.Pipeline.Instance;
import org.tocsin.gateway.pipeline.Pipeline.Partition;
import org.tocsin.gateway.pipeline.Pipeline.Stage;
import org.tocsin.gateway.pipeline.Pipeline.State;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.DeadLetterHeaders;

/** The showroom's pages for operators: a pipeline in which one stage is slow, and dead letters. */
final class OperatorsCorner {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Boards boards;
    private final Delays delays = new Delays(CLOCK, new SimpleMeterRegistry());
    private final PipelineRoutes pipeline;

    OperatorsCorner(Boards boards) {
        this.boards = boards;
        this.pipeline =
                new PipelineRoutes(
                        boards,
                        new Insight(this::pipeline, delays),
                        () -> new Readiness(true, "following the log"),
                        CLOCK);
        for (int n = 0; n < 60; n++) {
            delays.told(telling(CLOCK.instant().minusMillis(300L + 40 * n), 30 * n));
        }
        for (int n = 0; n < 14; n++) {
            boolean isTag = n % 3 == 0;
            die(n, isTag ? "unprocessable" : "unreadable", isTag ? "tag" : "dedupe");
        }
        boards.deadLetters()
                .replayed(new Replay("r", List.of("0-0", "0-3"), "ada", CLOCK.instant()));
    }

    /** What the gateway draws of the desks that have these routes. */
    Map<String, Parts> parts() {
        return Map.of(
                "/lexicon", new LexiconParts(boards.lexicon(), CLOCK::instant),
                "/pipeline", new PipelineParts(pipeline::standing, boards.deadLetters()),
                "/access", new TokenParts(new Credentials(CLOCK)));
    }

    List<Routes> routes() {
        Settings nowhere =
                Settings.from(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                                "TOCSIN_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1"));
        var serdes = new AvroSerdes(nowhere.registry());
        return List.of(
                new FeedRoutes(boards, new FeedDesk(nowhere, serdes, CLOCK)),
                new DiscoveryRoutes(boards.feeds(), OperatorsCorner::search),
                new LexiconRoutes(boards.lexicon(), new LexiconDesk(nowhere, serdes, CLOCK)),
                new AdditionRoutes(boards.lexicon(), boards.stories()),
                pipeline,
                new DeadLetterRoutes(
                        boards.deadLetters(), new DeadLetterDesk(nowhere, serdes, CLOCK)));
    }

    private static Discovery search(String address) {
        if (!address.contains("outlet")) {
            return new Discovery.Nothing("a page that names no feed", false);
        }
        return new Discovery.Found(
                new Discovery.Readable(
                        address + "/feed",
                        "Outlet",
                        20,
                        List.of("A bridge opens", "عبّارة متأخرة")),
                true,
                List.of(new Discovery.Readable(address + "/sport", "Outlet sport", 12, List.of())));
    }

    private Pipeline pipeline() {
        long beat = CLOCK.instant().getEpochSecond() / 5 % 24;
        return new Pipeline(
                CLOCK.instant(),
                null,
                List.of(
                        stage("ingest", "news.feeds", -1, 2),
                        stage("dedupe", "news.articles", beat % 3, 2),
                        stage("tag", "news.stories", 40 * beat, 1),
                        stage("watch", "news.tagged", 0, 0)));
    }

    private static Stage stage(String name, String topic, long lag, int instances) {
        var threads = new ArrayList<Instance>();
        for (int n = 0; n < instances; n++) {
            threads.add(
                    new Instance("tocsin-" + name + "-" + n, "10.0.3." + (20 + n), 4 / instances));
        }
        var partitions = new ArrayList<Partition>();
        Behind behind = lag < 0 ? null : new Behind(Duration.ofMillis(lag * 140), false);
        for (int n = 0; n < 4; n++) {
            Long own = lag < 0 ? null : Long.valueOf(n == 2 ? lag : 0);
            String holder = instances == 0 ? null : threads.get(n % instances).id();
            partitions.add(
                    new Partition(
                            topic, n, own == null ? null : 900 - own, 900, own, behind, holder));
        }
        return new Stage(
                name,
                "tocsin-" + name,
                instances == 0 ? State.STOPPED : State.RUNNING,
                threads,
                lag < 0 ? null : Long.valueOf(lag),
                behind,
                lag < 0 ? null : 11.3,
                lag < 0 ? null : 9.7,
                partitions);
    }

    private static Telling telling(Instant fetched, int secondsBefore) {
        var article =
                new Article(
                        "o" + secondsBefore,
                        null,
                        "https://o.example/" + secondsBefore,
                        "o.example",
                        "https://o.example/rss",
                        "Ferries",
                        "Ferries.",
                        "en",
                        fetched.minusSeconds(secondsBefore),
                        null,
                        fetched,
                        List.of(),
                        List.of());
        return new Telling(
                article, new Verdict(article.id(), Verdict.Kind.NEW, null, "s", 0, 1), "o", false);
    }

    private void die(int offset, String reason, String stage) {
        var headers = new RecordHeaders();
        Map.of(
                        DeadLetterHeaders.REASON,
                        reason,
                        DeadLetterHeaders.STAGE,
                        stage,
                        DeadLetterHeaders.TOPIC,
                        stage.equals("tag") ? "news.stories" : "news.articles",
                        DeadLetterHeaders.PARTITION,
                        "" + offset % 4,
                        DeadLetterHeaders.OFFSET,
                        "" + (4_000 + offset),
                        DeadLetterHeaders.EXCEPTION,
                        stage.equals("tag")
                                ? "java.lang.IllegalStateException"
                                : "org.apache.kafka.common.errors.SerializationException",
                        DeadLetterHeaders.MESSAGE,
                        "the first byte is 0x7b, not the magic byte 0",
                        DeadLetterHeaders.STACKTRACE,
                        "at org.tocsin.wire.avro.GenericAvroSerde")
                .forEach(
                        (name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] value =
                stage.equals("tag")
                        ? new byte[] {0, 0, 0, 0, 7, 30, 99, -12, 65, 66, 67, 10, 0, 2, 4, 6, 8, 10}
                        : "{\"title\": \"not Avro at all\"}".getBytes(StandardCharsets.UTF_8);
        boards.deadLetters()
                .add(
                        new DeadLetter(
                                new Place(0, offset),
                                CLOCK.instant().minus(Duration.ofMinutes(90L - 5 * offset)),
                                ("key-" + offset).getBytes(StandardCharsets.UTF_8),
                                value,
                                headers));
    }
}
