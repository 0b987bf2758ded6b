package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.Discovery.Found;
import org.tocsin.core.feed.Discovery.Nothing;
import org.tocsin.core.feed.Discovery.Readable;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Watchlist;

/** Finding the feeds of a site, and the sources that nobody tells. */
class DiscoveryRoutesTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        Feed known = Feed.at("https://gazette.example/feed");
        site.boards.feeds().put(known.id(), known);
        site.search =
                address ->
                        address.equals("https://gazette.example")
                                ? new Found(
                                        new Readable(
                                                "http://gazette.example/feed/",
                                                "Gazette",
                                                20,
                                                List.of("A bridge opens")),
                                        true,
                                        List.of(
                                                new Readable(
                                                        "https://gazette.example/sport",
                                                        "Sport",
                                                        7,
                                                        List.of())))
                                : new Nothing("the name does not resolve", true);
        var rule =
                new Watchlist(
                        "river",
                        null,
                        null,
                        null,
                        "flood AND (source:gazette.example OR source:pilot.example)",
                        null,
                        1,
                        null,
                        null,
                        1);
        site.boards.sources().put("river", rule);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void findsTheFeedsOfASiteAndSaysWhichAreKnown() throws Exception {
        JsonNode found = json(discover("gazette.example"));

        assertThat(found.get("url").asText()).isEqualTo("https://gazette.example");
        assertThat(found.get("onPage").asBoolean()).isTrue();
        assertThat(found.get("feeds").findValuesAsText("title"))
                .containsExactly("Gazette", "Sport");
        assertThat(found.get("feeds").get(0).get("known").asText())
                .isEqualTo(Feed.idOf("https://gazette.example/feed"));
        assertThat(found.get("feeds").get(1).get("known").isNull()).isTrue();
    }

    @Test
    void saysWhyThereIsNone() throws Exception {
        JsonNode found = json(discover("https://nowhere.example/"));

        assertThat(found.get("feeds")).isEmpty();
        assertThat(found.get("reason").asText()).isEqualTo("the name does not resolve");
        assertThat(found.get("unanswered").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "file:///etc/passwd", "https://ada:secret@gazette.example/"})
    void looksAtNothingButTheWeb(String address) {
        assertThat(discover(address).statusCode()).isEqualTo(422);
    }

    @Test
    void namesTheSourcesThatNoLiveFeedTells() throws Exception {
        JsonNode gaps = json(site.get("/api/v1/feeds/gaps")).get("gaps");

        // Nobody has read the one feed yet, and none would tell the other source.
        assertThat(gaps)
                .extracting(gap -> gap.get("source").asText())
                .containsExactlyInAnyOrder("gazette.example", "pilot.example");
        assertThat(gaps.findValuesAsText("watchlist")).containsOnly("river");
        int untold = gaps.get(0).get("source").asText().equals("pilot.example") ? 0 : 1;
        assertThat(gaps.get(untold).get("feeds")).isEmpty();
        assertThat(gaps.get(1 - untold).get("feeds").findValuesAsText("state"))
                .containsExactly("UNREAD");
    }

    private static HttpResponse<String> discover(String url) {
        String body = Json.line(Map.of("url", url));
        return site.send(
                "POST", "/api/v1/feeds/discover", body, "Content-Type", "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }
}
