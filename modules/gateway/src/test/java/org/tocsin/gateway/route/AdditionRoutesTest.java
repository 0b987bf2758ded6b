package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;

/** What an addition to the lexicon would do, told before it is saved. */
class AdditionRoutesTest {

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        tell("n1", "Dockers of Quillhaven walk out");
        tell("n2", "A bridge opens");
    }

    private static void tell(String id, String title) {
        site.boards.stories().told(0, Integer.parseInt(id.substring(1)), News.telling(id, title));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void showsWhereInTheNewsAnAdditionWouldBeFound() throws Exception {
        JsonNode checked = json(check("quillhaven", "{'name':'Quillhaven','type':'place'}"));

        assertThat(checked.get("findings")).isEmpty();
        assertThat(checked.get("searched").asInt()).isEqualTo(2);
        assertThat(checked.get("found").asInt()).isEqualTo(1);
        assertThat(checked.get("fresh").asInt()).isEqualTo(1);
        JsonNode sample = checked.get("samples").get(0);
        assertThat(sample.get("article").asText()).isEqualTo("n1");
        assertThat(sample.get("text").asText()).isEqualTo("Quillhaven");
        assertThat(site.boards.lexicon().now().byId("quillhaven")).isEmpty();
    }

    @Test
    void saysWhichNamesAreAmbiguousAndWhatCannotBe() throws Exception {
        JsonNode findings =
                json(check(
                                "bridge-party",
                                "{'name':'Bridge','type':'organisation','wikidata':'Q',"
                                        + "'names':['Moscow']}"))
                        .get("findings");

        assertThat(findings.findValuesAsText("pointer"))
                .contains("#/name", "#/names/0", "#/wikidata");
        for (JsonNode finding : findings) {
            boolean isWikidata = finding.get("pointer").asText().equals("#/wikidata");
            assertThat(finding.get("mayBeMeant").asBoolean()).isEqualTo(!isWikidata);
        }
    }

    @Test
    void refusesWhatIsNoAddition() throws Exception {
        HttpResponse<String> refused = check("x", "{'name':'X','type':'ship'}");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused).get("errors").findValuesAsText("pointer"))
                .isEqualTo(List.of("#/type"));
    }

    private static HttpResponse<String> check(String id, String body) {
        return site.send(
                "POST",
                "/api/v1/lexicon/" + id + "/check",
                body.replace('\'', '"'),
                "Content-Type",
                "application/json");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return Json.mapper().readTree(answer.body());
    }
}
