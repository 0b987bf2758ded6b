package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Watchlist;

class FeedRoutesTest {

    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        put(Feed.at("https://gazette.example/rss").titled("Gazette"), State.DARK);
        put(Feed.at("https://courier.example/rss"), State.LIVE);
        Feed off = Feed.at("https://off.example/rss").enabled(false);
        site.boards.feeds().put(off.id(), off);
        var rule =
                new Watchlist(
                        "river",
                        null,
                        null,
                        null,
                        "flood AND source:gazette.example",
                        null,
                        1,
                        null,
                        null,
                        1);
        site.boards.sources().put("river", rule);
    }

    private static void put(Feed feed, State state) {
        site.boards.feeds().put(feed.id(), feed);
        FeedReport report =
                FeedReport.draft(feed, NOON)
                        .fetched(200, 3, 3)
                        .coverage(state, NOON)
                        .report()
                        .next(feed, NOON.plus(Duration.ofHours(1)))
                        .failed(Cause.SERVER, "the server answered 503", 503)
                        .report();
        site.boards.feedReports().put(feed.id(), report);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void saysWhatEachFeedGivesAndWhoDependsOnIt() throws Exception {
        JsonNode feeds = json(site.get("/api/v1/feeds/coverage").body()).get("feeds");

        assertThat(feeds.findValuesAsText("state")).containsExactly("LIVE", "DARK", "OFF");
        JsonNode dark = feeds.get(1);
        assertThat(dark.get("title").asText()).isEqualTo("Gazette");
        assertThat(dark.get("since").asText()).isEqualTo("2026-05-06T12:00:00Z");
        assertThat(dark.get("reason").asText()).isEqualTo("the server answered 503");
        assertThat(dark.get("watchlists")).extracting(JsonNode::asText).containsExactly("river");
    }

    @Test
    void showsOnlyTheFeedsInOneState() throws Exception {
        JsonNode dark = json(site.get("/api/v1/feeds/coverage?state=dark").body()).get("feeds");

        assertThat(dark.findValuesAsText("url")).containsExactly("https://gazette.example/rss");
        assertThat(site.get("/api/v1/feeds/coverage?state=dim").statusCode()).isEqualTo(400);
    }

    @Test
    void showsWhatVisitsToAFeedCameTo() throws Exception {
        Feed feed = Feed.at("https://gazette.example/rss");
        FeedReport last = site.boards.feedReports().get(feed.id()).orElseThrow();
        site.boards.visits().add(feed.id(), last.next(feed, NOON).unchanged(304).report());
        site.boards.visits().add(feed.id(), last);
        // Written anew for a hub's sake, at the same visit.
        site.boards.visits().add(feed.id(), last);

        JsonNode shown = json(site.get("/api/v1/feeds/" + feed.id() + "/report").body());

        assertThat(shown.get("feed").get("state").asText()).isEqualTo("DARK");
        assertThat(shown.get("report").get("cause").asText()).isEqualTo("SERVER");
        assertThat(shown.get("visits").findValuesAsText("outcome"))
                .containsExactly("unchanged", "failed");
        assertThat(site.get("/api/v1/feeds/nobody/report").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|#/url",
                "{'url':7}|#/url",
                "{'url':'gazette'}|#/url",
                "{'url':'file:///etc/passwd'}|#/url",
                "{'url':'https://a.example/','interval':'soon'}|#/interval",
                "{'url':'https://a.example/','interval':300}|#/interval",
                "{'url':'https://a.example/','enabled':'yes'}|#/enabled",
                "{'url':'https://a.example/','pages':0}|#/pages",
                "{'url':'https://a.example/','language':'the queen’s'}|#/language",
                "{'url':'https://a.example/','title':['a']}|#/title",
                "{'interval':'soon','robots':1}|#/url #/interval #/robots"
            })
    void namesEachFieldThatIsWrong(String body, String fields) throws Exception {
        var refused = post(body.replace('\'', '"'));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(json(refused.body()).get("errors").findValuesAsText("pointer"))
                .isEqualTo(List.of(fields.split(" ")));
    }

    @Test
    void saysWhereABodyIsNotJson() {
        var refused = post("{\n  \"url\": https\n}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("line 2, column");
    }

    private static java.net.http.HttpResponse<String> post(String body) {
        return site.send("POST", "/api/v1/feeds", body, "Content-Type", "application/json");
    }

    private static JsonNode json(String text) throws Exception {
        return Json.mapper().readTree(text);
    }
}
