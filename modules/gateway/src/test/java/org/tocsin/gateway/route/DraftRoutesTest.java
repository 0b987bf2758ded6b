package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Watchlist;

/** What an editor of watchlists asks while somebody writes. */
class DraftRoutesTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        site.boards
                .watchlists()
                .put(
                        "river",
                        new Watchlist(
                                "river", "The river", null, null, "flood", null, 1, null, null, 4));
        site.boards.stories().told(0, 1, News.telling("c1", "A pier"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void givesTheTreeOfATextAndTheTextOfATree() throws Exception {
        JsonNode read = check(Map.of("id", "x", "when", "actor:Russia  AND (flood OR dam*)"));
        JsonNode back = check(Map.of("id", "x", "tree", read.get("tree")));

        assertThat(read.get("canonical").asText()).isEqualTo("actor:Russia AND (flood OR dam*)");
        assertThat(read.at("/tree/parts/0/means/0/id").asText()).isEqualTo("russia");
        assertThat(back.get("when")).isEqualTo(read.get("canonical"));
        assertThat(back.at("/watchlist/when")).isEqualTo(read.get("canonical"));
    }

    @Test
    void saysWhatIsWrongWithADraftAndWhere() throws Exception {
        JsonNode draft =
                check(Map.of("when", "flood AND actor:Egpyt", "within", "page", "origins", 0));

        assertThat(draft.get("faults").findValuesAsText("field"))
                .containsExactly("id", "within", "origins", "when");
        assertThat(draft.at("/faults/3/offset").asInt()).isEqualTo(16);
        assertThat(draft.at("/faults/3/message").asText()).contains("Egypt");
        assertThat(draft.get("tree").get("parts")).hasSize(2);
        assertThat(draft.get("watchlist").isNull()).isTrue();
    }

    @Test
    void takesNoValueForADuration() throws Exception {
        JsonNode draft = check(Map.of("id", "x", "when", "flood", "cooldown", "soon"));

        assertThat(draft.at("/faults/0/field").asText()).isEqualTo("cooldown");
    }

    @Test
    void findsAnActorByTheMiddleOfItsName() throws Exception {
        JsonNode found = complete("flood AND actor:put");

        assertThat(found.get("from").asInt()).isEqualTo("flood AND actor:".length());
        assertThat(found.get("completions").findValuesAsText("insert"))
                .contains("\"Vladimir Putin\"");
    }

    @Test
    void findsTopicsAndActorsThatNameNoField() throws Exception {
        assertThat(complete("ceas").get("completions").findValuesAsText("insert"))
                .contains("event:ceasefire");
        assertThat(complete("Turk").get("completions").findValuesAsText("insert"))
                .contains("actor:Turkey");
    }

    @Test
    void findsTheSourcesOfTheNews() throws Exception {
        JsonNode found = complete("source:pi");

        assertThat(found.at("/completions/0/insert").asText()).isEqualTo("pier.example");
        assertThat(found.at("/completions/0/tellings").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatAFileWouldChange() throws Exception {
        String yaml =
                "id: river\ntitle: The river\nwhen: flood OR dam\nversion: 9\n---\nid: sea\nwhen: tide\n";

        JsonNode plan =
                Json.mapper()
                        .readTree(
                                site.send(
                                                "POST",
                                                "/api/v1/watchlists/plan",
                                                yaml,
                                                "Content-Type",
                                                "application/yaml")
                                        .body());

        assertThat(plan.get("planned").findValuesAsText("outcome"))
                .containsExactly("CHANGED", "CREATED");
        assertThat(plan.at("/planned/0/changes").findValuesAsText("key")).containsExactly("when");
    }

    private static JsonNode check(Map<String, ?> draft) throws Exception {
        return Json.mapper().readTree(post("/api/v1/watchlists/check", draft).body());
    }

    private static JsonNode complete(String when) throws Exception {
        return Json.mapper().readTree(post("/api/v1/completions", Map.of("when", when)).body());
    }

    private static HttpResponse<String> post(String path, Object body) {
        return site.send("POST", path, Json.line(body), "Content-Type", "application/json");
    }
}
