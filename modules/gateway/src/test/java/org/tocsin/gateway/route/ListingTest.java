package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Watchlist;

/** Lists page by page, and readings that need not be sent again. */
class ListingTest {

    private Site site;

    @BeforeEach
    void open() {
        site = new Site();
        for (int n = 0; n < 5; n++) {
            add(Feed.at("https://gazette" + n + ".example/rss"));
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void add(Feed feed) {
        site.boards.feeds().put(feed.id(), feed);
    }

    @Test
    void showsEveryRowOnceThoughRowsComeAndGoMeanwhile() throws Exception {
        List<String> before = ids(json(site.get("/api/v1/feeds")));
        JsonNode first = json(site.get("/api/v1/feeds?limit=2"));
        site.boards.feeds().put(before.get(0), null);
        site.boards.feeds().put("0000", Feed.at("https://aaa.example/rss"));

        var seen = new ArrayList<>(ids(first));
        String cursor = first.get("next").asText(null);
        while (cursor != null) {
            JsonNode page = json(site.get("/api/v1/feeds?limit=2&cursor=" + cursor));
            seen.addAll(ids(page));
            cursor = page.get("next").asText(null);
        }

        assertThat(seen).containsAll(before).doesNotHaveDuplicates();
    }

    @Test
    void followsTheAlertsFromTheLatestOnWithTheFilterKept() throws Exception {
        for (int n = 1; n <= 3; n++) {
            site.boards.alerts().rang(0, n, News.alert("thread-" + n, n, "Pilots walk out"));
        }

        var first = site.get("/api/v1/alerts?watchlist=harbour&limit=2");
        String link = first.headers().firstValue("Link").orElseThrow();
        JsonNode second = json(site.get(link.substring(1, link.indexOf('>'))));

        assertThat(json(first).get("alerts").findValuesAsText("thread"))
                .containsExactly("thread-3", "thread-2");
        assertThat(link).contains("watchlist=harbour").endsWith("rel=\"next\"");
        assertThat(second.get("alerts").findValuesAsText("thread")).containsExactly("thread-1");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "loudest", "latest", "worst"})
    void walksTheRosterInEveryOrder(String sort) throws Exception {
        for (String id : List.of("ports", "harbour", "Rails", "river")) {
            var watchlist =
                    new Watchlist(
                            id, id, null, null, "flood", null, 1, null, null, 1, null, null, null);
            site.boards.watchlists().put(id, watchlist);
        }
        site.boards.alerts().rang(0, 1, News.alert("thread-1", 1, "Pilots walk out"));
        String whole = "/api/v1/roster?sort=" + sort;

        List<String> all = json(site.get(whole)).get("watchlists").findValuesAsText("id");
        var walked = new ArrayList<String>();
        String at = whole + "&limit=1";
        while (at != null) {
            HttpResponse<String> page = site.get(at);
            walked.addAll(json(page).get("watchlists").findValuesAsText("id"));
            String link = page.headers().firstValue("Link").orElse(null);
            at = link == null ? null : link.substring(1, link.indexOf('>'));
        }

        assertThat(walked).hasSize(4).isEqualTo(all);
        if (sort.equals("latest")) {
            assertThat(all).startsWith("harbour");
        }
        if (sort.equals("title")) {
            assertThat(all).containsExactly("harbour", "ports", "Rails", "river");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "%21%21", "c3Rvcmllcwox", "AAAA"})
    void refusesACursorThatItNeverGave(String cursor) {
        assertThat(site.get("/api/v1/feeds?cursor=" + cursor).statusCode()).isEqualTo(400);
    }

    @Test
    void sendsAReadingAgainOnlyWhereItSaysSomethingElse() {
        String id = Feed.at("https://gazette0.example/rss").id();
        String list = tag(site.get("/api/v1/feeds"));
        String one = tag(site.get("/api/v1/feeds/" + id));

        assertThat(site.get("/api/v1/feeds", "If-None-Match", list).statusCode()).isEqualTo(304);
        assertThat(site.get("/api/v1/feeds/" + id, "If-None-Match", one).statusCode())
                .isEqualTo(304);
        add(Feed.at("https://gazette0.example/rss").titled("Gazette"));
        assertThat(site.get("/api/v1/feeds", "If-None-Match", list).statusCode()).isEqualTo(200);
        assertThat(site.get("/api/v1/feeds/" + id, "If-None-Match", one).statusCode())
                .isEqualTo(200);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("feeds").findValuesAsText("id");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }
}
