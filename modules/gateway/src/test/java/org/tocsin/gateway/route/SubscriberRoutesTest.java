package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.json.Json;

/** What of delivering needs no broker; the rest is tried where there is one. */
final class SubscriberRoutesTest {

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
    void refusesASubscriberWithEveryFaultAtItsField() throws Exception {
        String body =
                """
                {"title": "Desk", "kind": "webhook", "address": "http://desk.example/in",
                 "watchlists": ["nobody"], "kinds": ["LOUD"], "digest": "often", "severity": "huge"}
                """;

        var refused = post("/api/v1/subscribers", body);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Json.mapper().readTree(refused.body()).get("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder(
                        "#/severity", "#/address", "#/watchlists/0", "#/kinds/0", "#/digest");
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', 422",
        "'{\"kind\": \"pigeon\", \"address\": \"x\", \"id\": \"a\"}', 422",
        "'{\"kind\": \"email\", \"address\": \"a@b.example\", \"id\": \"a\"}', 422",
        "'{\"kind\": \"webhook\", \"address\": \"https://a.example\", \"id\": \"A B\"}', 422",
        "'[]', 400"
    })
    void refusesWhatNobodyCouldBeToldBy(String body, int status) {
        assertThat(post("/api/v1/subscribers", body).statusCode()).isEqualTo(status);
    }

    @Test
    void showsHowItGoesAndNoSecret() throws Exception {
        var slack =
                new Subscriber(
                        "slack",
                        "Slack",
                        Subscriber.Kind.SLACK,
                        "https://hooks.slack.example/services/T0/B0/tokenWXYZ",
                        List.of(),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        3);
        site.deliveries.board().subscribers().put("slack", slack);
        Delivery failed =
                Delivery.of(
                                News.alert("t", 1, "Ferry halted"),
                                "slack",
                                Instant.EPOCH,
                                Instant.EPOCH)
                        .failed(new Delivery.Attempt(Instant.EPOCH, 404, 12), "it answered 404");
        site.deliveries.board().put(failed.key(), failed);

        var answer = site.get("/api/v1/subscribers/slack");
        var list = site.get("/api/v1/subscribers/slack/deliveries?state=failed");

        assertThat(answer.body()).doesNotContain("token").contains("/…WXYZ");
        assertThat(answer.headers().firstValue("etag")).hasValue("\"3\"");
        JsonNode health = Json.mapper().readTree(answer.body()).get("health");
        assertThat(health.get("failed").asInt()).isEqualTo(1);
        assertThat(health.get("trouble").asText()).isEqualTo("it answered 404");
        assertThat(list.body()).contains("Ferry halted").doesNotContain("evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/subscribers/nobody, 404",
        "GET, /api/v1/subscribers/nobody/deliveries, 404",
        "POST, /api/v1/subscribers/nobody/test, 404",
        "POST, /api/v1/subscribers/nobody/replay?since=noon, 400",
        "GET, /api/v1/subscribers/nobody/deliveries?state=lost, 400"
    })
    void saysWhatIsNotThere(String method, String path, int status) {
        var answer = method.equals("GET") ? site.get(path) : site.send(method, path, "");

        assertThat(answer.statusCode()).isEqualTo(status);
    }

    private static java.net.http.HttpResponse<String> post(String path, String body) {
        return site.send("POST", path, body, "Content-Type", "application/json");
    }
}
