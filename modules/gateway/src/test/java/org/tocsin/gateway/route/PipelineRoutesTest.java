package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.pipeline.LagMeters;
import org.tocsin.gateway.pipeline.Pipeline;
import org.tocsin.gateway.pipeline.Pipeline.Behind;
import org.tocsin.gateway.pipeline.Pipeline.Instance;
import org.tocsin.gateway.pipeline.Pipeline.Partition;
import org.tocsin.gateway.pipeline.Pipeline.Stage;
import org.tocsin.gateway.pipeline.Pipeline.State;

/** The page of the pipeline; what the broker says of it is tried where there is one. */
class PipelineRoutesTest {

    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");
    private static final Pipeline PIPELINE =
            new Pipeline(
                    NOON,
                    null,
                    List.of(
                            new Stage(
                                    "tag",
                                    "tocsin-tag",
                                    State.RUNNING,
                                    List.of(new Instance("tag-0", "10.0.0.7", 1)),
                                    40L,
                                    new Behind(Duration.ofSeconds(12), false),
                                    5.0,
                                    1.5,
                                    List.of(
                                            new Partition(
                                                    "news.stories",
                                                    0,
                                                    60L,
                                                    100,
                                                    40L,
                                                    new Behind(Duration.ofSeconds(12), false),
                                                    "tag-0")))));

    @Test
    void showsStagesAndWhatWaits() throws Exception {
        try (var site = new Site()) {
            site.pipeline = PIPELINE;
            Feed late = Feed.at("https://late.example/rss");
            site.boards.feeds().put(late.id(), late);
            site.boards
                    .feedReports()
                    .put(late.id(), FeedReport.draft(late, NOON).fetched(200, 1, 1).report());

            JsonNode shown = json(site.get("/api/v1/pipeline").body());

            JsonNode stage = shown.get("stages").get(0);
            assertThat(stage.get("lag").asInt()).isEqualTo(40);
            assertThat(stage.get("behind").get("time").asText()).isEqualTo("PT12S");
            assertThat(stage.get("partitions").get(0).get("instance").asText()).isEqualTo("tag-0");
            assertThat(shown.get("feeds").get("states").get("live").asInt()).isEqualTo(1);
            assertThat(shown.get("feeds").get("overdue").asInt()).isEqualTo(1);
            assertThat(shown.get("gateway").get("ready").asBoolean()).isTrue();
        }
    }

    @Test
    void showsHowLongNewsTakes() throws Exception {
        try (var site = new Site()) {
            site.delays.told(telling(NOON, NOON.plusSeconds(90)));

            JsonNode delays = json(site.get("/api/v1/pipeline").body()).get("delays");

            assertThat(delays.get("reading").get("median").asText()).isEqualTo("PT1M30S");
            assertThat(delays.get("whole").isNull()).isTrue();
        }
    }

    @Test
    void measuresTheLagByPartitionAndNothingThatIsOld() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var meters = new LagMeters(registry);

        meters.accept(PIPELINE);
        String known = registry.scrape();
        meters.accept(new Pipeline(NOON, "the broker does not say", PIPELINE.stages()));

        assertThat(known)
                .contains(
                        "tocsin_consumer_lag{partition=\"0\",stage=\"tag\",topic=\"news.stories\"} 40.0",
                        "tocsin_consumer_behind_seconds{stage=\"tag\"} 12.0",
                        "tocsin_stage_instances{stage=\"tag\"} 1.0");
        assertThat(registry.scrape()).doesNotContain("stage=\"tag\"");
    }

    private static Telling telling(Instant published, Instant fetched) {
        var article =
                new Article(
                        "a",
                        "a",
                        "https://a.example/a",
                        "a.example",
                        "https://a.example/rss",
                        "Ferry late",
                        "The ferry is late.",
                        "en",
                        published,
                        null,
                        fetched,
                        List.of(),
                        List.of());
        var verdict = new Verdict("a", Verdict.Kind.NEW, null, "s", 0, 1);
        return new Telling(article, verdict, "a.example", false);
    }

    private static JsonNode json(String text) throws Exception {
        return Json.mapper().readTree(text);
    }
}
