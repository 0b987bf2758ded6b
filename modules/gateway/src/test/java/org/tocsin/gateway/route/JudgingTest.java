package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Watchlist;

/** What analysts may say, and what their words come to. What they write is tried on a broker. */
class JudgingTest {

    private static final Instant NOW = Instant.now();
    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.boards.watchlists().put("harbour", watchlist("harbour", null));
        site.boards.alerts().rang(0, 0, News.alert("t1", 1, "Pilots walk out"));
        site.boards.watching().rang(0, 0, News.alert("t9", 1, "Pilots may walk out"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|#/word",
                "{\"word\": \"usefull\"}|#/word",
                "{\"word\": \"not-useful\"}|#/reason",
                "{\"word\": \"useful\", \"alert\": \"t2#1\"}|#/alert",
                "{\"word\": \"useful\", \"reasn\": \"x\"}|#/reasn"
            })
    void refusesAWordThatSaysNothing(String body, String pointer) throws Exception {
        assertThat(pointers(post("/api/v1/alerts/t1/verdict", body))).containsExactly(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"for\": \"PT2H\"}|#/story",
                "{\"story\": \"s1\", \"source\": \"x.example\", \"for\": \"PT2H\"}|#/story",
                "{\"watchlist\": \"harbour\"}|#/until",
                "{\"watchlist\": \"harbour\", \"for\": \"2h\"}|#/for",
                "{\"watchlist\": \"harbour\", \"for\": \"-PT2H\"}|#/for",
                "{\"watchlist\": \"harbour\", \"until\": \"2020-01-01T00:00:00Z\"}|#/until",
                "{\"watchlist\": \"harbor\", \"for\": \"PT2H\"}|#/watchlist",
                "{\"story\": \"nowhere\", \"for\": \"PT2H\"}|#/story"
            })
    void refusesAMuteThatWouldBeSilentlyEmptyOrWithoutEnd(String body, String pointer)
            throws Exception {
        assertThat(pointers(post("/api/v1/mutes", body))).containsExactly(pointer);
    }

    @Test
    void listsTheMutesThatHold() throws Exception {
        var saying = new Saying("ada", "sport", NOW.minusSeconds(60));
        mute("source", AlertVerdict.About.SOURCE, "goal.example", NOW.plusSeconds(3600), saying);
        mute("story", AlertVerdict.About.STORY, "s7", NOW.minusSeconds(1), saying);

        JsonNode mutes = Json.mapper().readTree(site.get("/api/v1/mutes").body()).get("mutes");

        assertThat(mutes.findValuesAsText("id")).containsExactly("source:goal.example");
        assertThat(mutes.get(0).get("object").asText()).isEqualTo("goal.example");
    }

    @Test
    void countsWhatAWatchlistRangAndWouldHaveRungAndHowUsefulItWas() throws Exception {
        Alert rung = News.alert("t1", 1, "Pilots walk out");
        var word = AlertVerdict.on(rung, true, Word.USEFUL, new Saying("ada", null, NOW));
        site.boards.verdicts().put(word.key(), word);

        JsonNode ledger =
                Json.mapper().readTree(site.get("/api/v1/watchlists/harbour/ledger").body());

        assertThat(ledger.at("/rang/kinds/NEW").asInt()).isEqualTo(1);
        assertThat(ledger.at("/wouldHaveRung/alerts").asInt()).isEqualTo(1);
        assertThat(ledger.at("/judged/all/precision").asDouble()).isEqualTo(1);
        assertThat(ledger.at("/judged/all/low").asDouble()).isBetween(.2, .21);
        assertThat(ledger.at("/judged/names/0/name").asText()).isEqualTo("pilo");
        assertThat(
                        Json.mapper()
                                .readTree(site.get("/api/v1/alerts/t1").body())
                                .at("/verdict/word")
                                .asText())
                .isEqualTo("useful");
    }

    @Test
    void showsWhatWouldHaveRungOnlyWhenAsked() throws Exception {
        JsonNode live = Json.mapper().readTree(site.get("/api/v1/alerts").body());
        JsonNode watched = Json.mapper().readTree(site.get("/api/v1/alerts?state=watching").body());

        assertThat(live.findValuesAsText("thread")).containsExactly("t1");
        assertThat(watched.findValuesAsText("thread")).containsExactly("t9");
    }

    @Test
    void tagsAWatchlistWithItsVersionAndRefusesATagOfAnotherKind() {
        HttpResponse<String> shown = site.get("/api/v1/watchlists/harbour");
        HttpResponse<String> refused =
                site.send(
                        "PUT",
                        "/api/v1/watchlists/harbour",
                        "{\"id\": \"harbour\", \"when\": \"pilots\"}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "W/\"x\"");

        assertThat(shown.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhyAnArticleDidNotRingAndHowNearItWas() throws Exception {
        site.boards.stories().told(0, 0, News.telling("n1", "Pilots walk out"));
        site.boards.stories().told(0, 1, News.telling("n2", "A ferry is late"));

        JsonNode one = explain("article=n2").get(0);
        JsonNode all = explain("story=s1");

        assertThat(one.get("reason").asText()).isEqualTo("NOT_ANSWERED");
        assertThat(one.get("failed").get(0).asText()).isEqualTo("pilots");
        assertThat(one.get("missing").asInt()).isEqualTo(1);
        assertThat(all.findValuesAsText("reason")).containsExactly("FIRST_ANSWER", "NOT_ANSWERED");
        assertThat(site.get("/api/v1/watchlists/harbour/explain?article=nowhere").statusCode())
                .isEqualTo(404);
        assertThat(site.get("/api/v1/watchlists/harbour/explain").statusCode()).isEqualTo(400);
    }

    private static JsonNode explain(String which) throws Exception {
        String body = site.get("/api/v1/watchlists/harbour/explain?" + which).body();
        return Json.mapper().readTree(body).get("explanations");
    }

    @ParameterizedTest
    @CsvSource({
        "span=P31D",
        "span=1h",
        "from=yesterday",
        "wait=PT1H",
        "to=2020-01-01T00:00:00Z&from=2021-01-01T00:00:00Z"
    })
    void refusesAPreviewOfNoSpan(String query) {
        String path = "/api/v1/watchlists/harbour/preview?" + query;

        assertThat(site.send("POST", path, "").statusCode()).isEqualTo(400);
    }

    @Test
    void refusesToPreviewWhatMakesNoSense() throws Exception {
        var refused = post("/api/v1/watchlists/preview", "{\"id\": \"x\", \"when\": \"a AND\"}");

        assertThat(refused.statusCode()).isEqualTo(422);
    }

    private static Watchlist watchlist(String id, Watchlist.State state) {
        return new Watchlist(
                id, null, null, null, "pilots", null, 1, null, null, 1, null, null, state);
    }

    private static void mute(
            String key, AlertVerdict.About about, String object, Instant until, Saying saying) {
        site.boards.verdicts().put(key, AlertVerdict.mute(about, object, until, saying));
    }

    private static HttpResponse<String> post(String path, String body) {
        return site.send("POST", path, body, "Content-Type", "application/json");
    }

    private static List<String> pointers(HttpResponse<String> refused) throws Exception {
        assertThat(refused.statusCode()).isEqualTo(422);
        return Json.mapper().readTree(refused.body()).get("errors").findValuesAsText("pointer");
    }
}
