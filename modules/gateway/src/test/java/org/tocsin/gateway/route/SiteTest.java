package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.watch.Watchlist;

class SiteTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void answersJustWhatItsDescriptionSays() throws Exception {
        var described = new TreeSet<String>();
        JsonNode paths = new YAMLMapper().readTree(site.get("/openapi.yaml").body()).get("paths");
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .fieldNames()
                                        .forEachRemaining(
                                                method -> {
                                                    if (!method.equals("parameters")) {
                                                        described.add(
                                                                method.toUpperCase(
                                                                                java.util.Locale
                                                                                        .ROOT)
                                                                        + " "
                                                                        + path.getKey());
                                                    }
                                                }));

        var answered = new TreeSet<>(site.server.endpoints());
        // The dashboard's own files are no interface for others.
        answered.removeIf(
                endpoint ->
                        endpoint.matches(
                                "GET /(watchlists|feeds|(lexicon|pipeline|access)(/parts)?|delivery|[\\w-]+\\.(js|svg))?"));

        assertThat(answered).isEqualTo(described);
    }

    @Test
    void refusesAnAdditionWithEveryFaultAtItsField() throws Exception {
        String body =
                """
                {"name": "Putin", "type": "person", "country": "atlantis", "names": ["OK", "the"]}
                """;

        var refused =
                site.send(
                        "PUT",
                        "/api/v1/lexicon/someone-new",
                        body,
                        "Content-Type",
                        "application/json");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.mapper().readTree(refused.body()).get("errors").findValuesAsText("pointer"))
                .containsExactly("#/country", "#/name", "#/names/0", "#/names/1");
    }

    @Test
    void findsAnActorThatWasAdded() throws Exception {
        var guard =
                new LexiconEntry(
                        "sulmare-guard",
                        "Sulmare Guard",
                        ActorType.ARMED_GROUP,
                        null,
                        null,
                        List.of(),
                        "ada",
                        Instant.EPOCH);

        site.boards.lexicon().put(guard.id(), guard);

        assertThat(site.get("/api/v1/lexicon?name=sulmare%20guard").body()).contains(guard.id());
        assertThat(site.get("/api/v1/lexicon/sulmare-guard").body()).contains("Sulmare Guard");
        assertThat(site.get("/api/v1/lexicon/additions").body()).contains("\"by\":\"ada\"");
    }

    @Test
    void rewritesARowInPlace() throws Exception {
        site.boards.alerts().rang(0, 1, News.alert("rows", 1, "First word of it"));
        site.boards.alerts().rang(0, 2, News.alert("rows", 2, "Second word of it"));

        JsonNode list = Json.mapper().readTree(site.get("/api/v1/alerts").body());
        JsonNode thread = Json.mapper().readTree(site.get("/api/v1/alerts/rows").body());

        assertThat(list.get("alerts").findValuesAsText("thread")).containsOnlyOnce("rows");
        assertThat(thread.at("/current/headline").asText()).isEqualTo("Second word of it");
        assertThat(thread.get("history")).hasSize(2);
    }

    @Test
    void findsAnArticleAndItsStory() {
        site.boards.stories().told(0, 7, News.telling("article-7", "A harbour opens"));

        assertThat(site.get("/api/v1/articles/article-7").body())
                .contains("Body of A harbour opens");
        assertThat(site.get("/api/v1/stories/s1").body()).contains("A harbour opens");
        assertThat(site.get("/api/v1/stories").body()).contains("\"position\":\"0-7\"");
    }

    @Test
    void givesAnAlertTheSameIdInAtom() {
        site.boards.alerts().rang(0, 3, News.alert("atom", 1, "Ring <out> & about"));

        var feed = site.get("/atom/harbour");

        assertThat(feed.headers().firstValue("content-type").orElse(""))
                .contains("application/atom+xml");
        assertThat(feed.body()).contains("atom#1").contains("Ring &lt;out&gt; &amp; about");
    }

    @Test
    void leadsFromEachEntryOfAFeedToItsThread() {
        site.boards.alerts().rang(0, 3, News.alert("atom", 1, "Ring"));

        String atom = site.get("/atom/harbour").body();
        String json = site.get("/jsonfeed/harbour").body();

        String thread = site.at("/?thread=atom").toString();
        assertThat(atom).contains("<link rel=\"alternate\" href=\"" + thread + "\"/>");
        assertThat(json).contains("\"url\":\"" + thread + "\"");
    }

    @Test
    void sendsAFeedOnceToWhoHasIt() {
        site.boards.alerts().rang(0, 3, News.alert("atom", 1, "Ring"));

        String tag = site.get("/atom/harbour").headers().firstValue("etag").orElseThrow();

        assertThat(site.get("/atom/harbour", "If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    @Test
    void hasNoFeedOfAWatchlistThatNeverWas() {
        assertThat(site.get("/atom/nobody").statusCode()).isEqualTo(404);
        assertThat(site.get("/jsonfeed/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void listsOnlyAlertsThatAreAskedFor() {
        site.boards.alerts().rang(0, 3, News.alert("one", 1, "Ring"));

        assertThat(site.get("/api/v1/alerts?severity=low&kind=NEW").body()).contains("one#1");
        assertThat(site.get("/api/v1/alerts?severity=critical").body()).doesNotContain("one#1");
        assertThat(site.get("/api/v1/alerts?kind=EXPIRED").body()).doesNotContain("one#1");
        assertThat(site.get("/api/v1/alerts?story=other").body()).doesNotContain("one#1");
        assertThat(site.get("/api/v1/alerts?severity=loud").statusCode()).isEqualTo(400);
    }

    @Test
    void saysWhichFieldOfAWatchlistIsWrong() {
        String body = "{\"id\": \"river\", \"when\": \"actor:Nobodyland\", \"origins\": 2}";

        var refused =
                site.send("POST", "/api/v1/watchlists", body, "Content-Type", "application/json");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"pointer\":\"#/when\"").contains("\"line\":1");
    }

    @Test
    void takesTheIdOfAWatchlistFromItsAddress() {
        var refused =
                site.send(
                        "PUT",
                        "/api/v1/watchlists/river",
                        "{\"when\": \"actor:Nobodyland\"}",
                        "Content-Type",
                        "application/json");

        assertThat(refused.body()).contains("river: the lexicon knows no actor");
    }

    @Test
    void refusesAWatchlistThatIsNoJsonAsUnreadable() {
        var refused =
                site.send(
                        "POST",
                        "/api/v1/watchlists",
                        "{\"id\":",
                        "Content-Type",
                        "application/json");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("not JSON");
    }

    @Test
    void givesAWatchlistAsTheYamlItWasWrittenIn() {
        var watchlist =
                new Watchlist(
                        "river",
                        "The river",
                        null,
                        null,
                        "actor:Egypt AND flood",
                        null,
                        1,
                        null,
                        null,
                        1);
        site.boards.watchlists().put("river", watchlist);

        String yaml = site.get("/api/v1/watchlists/river", "Accept", "application/yaml").body();

        assertThat(yaml).contains("id: river").contains("actor:Egypt AND flood");
    }

    @Test
    void refusesAWatchlistWithThePlaceOfTheFault() throws Exception {
        String yaml = "id: river\nwhen: actor:Egpyt AND flood\n";

        var refused =
                site.send("POST", "/api/v1/watchlists", yaml, "Content-Type", "application/yaml");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        JsonNode fault = Json.mapper().readTree(refused.body()).at("/errors/0");
        assertThat(fault.get("line").asInt()).isEqualTo(2);
        assertThat(fault.get("message").asText()).contains("Egypt");
    }

    @Test
    void writesEveryScriptWhateverThePlatformsCharsetIs() {
        site.boards.alerts().rang(0, 4, News.alert("scripts", 1, "هدنة في الحديدة"));

        assertThat(site.get("/api/v1/alerts/scripts").body()).contains("هدنة في الحديدة");
    }

    @Test
    void looksUpANameInAnyScript() {
        assertThat(site.get("/api/v1/lexicon?name=%D0%9F%D1%83%D1%82%D0%B8%D0%BD").body())
                .contains("vladimir-putin");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/alerts/nobody, 404",
        "GET, /api/v1/alerts?limit=0, 400",
        "GET, /api/v1/alerts?limit=many, 400",
        "GET, /api/v1/articles/none, 404",
        "GET, /api/v1/lexicon, 400",
        "GET, /nowhere, 404",
        "POST, /api/v1/alerts, 405"
    })
    void saysWhyAsAProblem(String method, String path, int status) throws Exception {
        var answer = method.equals("GET") ? site.get(path) : site.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValue("application/problem+json");
        assertThat(Json.mapper().readTree(answer.body()).get("status").asInt()).isEqualTo(status);
    }

    @Test
    void takesChangesFromItsOwnPagesOnly() {
        var foreign =
                site.send(
                        "POST",
                        "/api/v1/feeds",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "Sec-Fetch-Site",
                        "cross-site");
        var elsewhere =
                site.send(
                        "POST",
                        "/api/v1/feeds",
                        "{}",
                        "Content-Type",
                        "application/json",
                        "Origin",
                        "https://elsewhere.example");

        assertThat(List.of(foreign.statusCode(), elsewhere.statusCode())).containsOnly(403);
    }

    @Test
    void refusesMalformedOpmlWithItsPlace() {
        String opml = "<opml version='2.0'>\n<body>\n<outline text='a&b'/></body></opml>";

        var refused = site.send("POST", "/api/v1/feeds/opml", opml, "Content-Type", "text/x-opml");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("\"line\":3");
    }

    @Test
    void tellsThePageNothingFromElsewhere() {
        var page = site.get("/");
        var again = site.get("/");

        String policy = page.headers().firstValue("content-security-policy").orElse("");
        String nonce = policy.replaceFirst(".*script-src 'nonce-([^']+)'.*", "$1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "*", "http");
        assertThat(page.body().replace("nonce=\"" + nonce + "\"", "…"))
                .doesNotContain("<script src", "<script type", "nonce=", "{{");
        assertThat(again.body()).doesNotContain(nonce);
    }

    @Test
    void paintsAPageFromOneAnswer() {
        String page = site.get("/").body();

        assertThat(page.substring(0, page.indexOf("</head>")))
                .contains("<style nonce=")
                .doesNotContain("rel=\"stylesheet\"", "src=");
    }

    @Test
    void sendsAFileOnlyOnce() {
        var file = site.get("/main.js");
        String tag = file.headers().firstValue("etag").orElseThrow();

        var again = site.get("/main.js", "If-None-Match", tag);

        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void anAnswerThatIsNoPageRunsNothing() {
        assertThat(site.get("/api/v1/alerts").headers().firstValue("content-security-policy"))
                .hasValueSatisfying(policy -> assertThat(policy).doesNotContain("script-src"));
    }

    @Test
    void saysThatItsPortIsTaken() {
        assertThatThrownBy(() -> HttpServer.start("127.0.0.1", site.server.port(), List.of()))
                .isInstanceOf(HttpServer.PortTaken.class)
                .hasMessageContaining("TOCSIN_HTTP_PORT");
    }
}
