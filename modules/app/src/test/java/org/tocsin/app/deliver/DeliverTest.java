package org.tocsin.app.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.Gateway;

/** Webhooks from the alert's topic to a server, through gateways that come and go. */
@Timeout(600)
final class DeliverTest {

    private static Station station;
    private Inbox inbox;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        station = new Station(folder, Map.of());
    }

    @AfterAll
    static void stop() {
        station.close();
    }

    @BeforeEach
    void open() throws Exception {
        inbox = new Inbox();
    }

    @AfterEach
    void close() {
        inbox.close();
    }

    private String webhook(String id) {
        return """
                {"id": "%s", "title": "A desk", "kind": "webhook", "address": "%s"}"""
                .formatted(id, inbox.url());
    }

    @Test
    void signsWhatItSendsAsStandardWebhooksHaveIt() throws Exception {
        Gateway gateway = station.open();
        String secret = station.subscribe(gateway, webhook("signed"));

        station.ring("alert-1", "harbour");
        Station.await(() -> !inbox.posts().isEmpty());

        Inbox.Post post = inbox.posts().get(0);
        var headers = HttpHeaders.of(post.headers(), (name, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(post.body(), headers))
                .doesNotThrowAnyException();
        var body = Json.mapper().readTree(post.body());
        assertThat(post.id()).isEqualTo("alert-1");
        assertThat(body.at("/type").asText()).isEqualTo("org.tocsin.alert.new");
        assertThat(body.at("/data/headline").asText()).isEqualTo("Ferry & <port> strike ends");
        Station.await(
                () ->
                        station.at(gateway, "/api/v1/subscribers/signed")
                                        .at("/health/delivered")
                                        .asInt()
                                == 1);
        end(gateway, "signed");
    }

    @Test
    void sealsWhatWasClearAsSoonAsThereIsAKeyAndSignsWithItAllTheSame() throws Exception {
        Gateway before = station.open();
        String secret = station.subscribe(before, webhook("sealed"));
        station.close(before);
        String key = Base64.getEncoder().encodeToString(new byte[32]);

        Gateway gateway = station.open(Map.of("TOCSIN_DELIVER_KEYS", "k1:" + key));
        Station.await(() -> station.subscriber("sealed").secret().startsWith("sealed:k1:"));
        station.ring("alert-sealed", "harbour");
        Station.await(() -> !inbox.posts().isEmpty());

        Inbox.Post post = inbox.posts().get(0);
        var headers = HttpHeaders.of(post.headers(), (name, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(post.body(), headers))
                .doesNotThrowAnyException();
        assertThat(station.subscriber("sealed").address()).doesNotContain("127.0.0.1");
        end(gateway, "sealed");
    }

    @Test
    void goesOnWithTheAttemptsThatTheGatewayBeforeItMade() throws Exception {
        Gateway first = station.open();
        station.subscribe(first, webhook("moody"));
        inbox.answering(503);
        station.ring("alert-2", "harbour");
        Station.await(() -> attempts(first, "moody") > 0);
        int made = attempts(first, "moody");
        station.close(first);
        inbox.answering(200);

        Gateway second = station.open();
        Station.await(() -> delivery(second, "moody").path("state").asText().equals("delivered"));

        assertThat(attempts(second, "moody")).isGreaterThan(made);
        assertThat(inbox.posts()).extracting(Inbox.Post::id).containsOnly("alert-2");
        end(second, "moody");
    }

    private static int attempts(Gateway gateway, String id) {
        return delivery(gateway, id).path("attempts").asInt();
    }

    private static JsonNode delivery(Gateway gateway, String id) {
        return station.at(gateway, "/api/v1/subscribers/" + id + "/deliveries").at("/deliveries/0");
    }

    @Test
    void sendsNothingMoreToOneThatIsGoneUntilItIsWantedAgain() throws Exception {
        Gateway gateway = station.open();
        station.subscribe(gateway, webhook("gone"));
        inbox.answering(410);

        station.ring("alert-3", "harbour");
        Station.await(() -> state(gateway, "gone").equals("disabled"));

        inbox.answering(204);
        station.send(gateway, "PATCH", "/api/v1/subscribers/gone", "{\"state\": \"active\"}");
        Station.await(() -> state(gateway, "gone").equals("active"));
        var replay = station.send(gateway, "POST", "/api/v1/subscribers/gone/replay", "");
        assertThat(replay.body()).isEqualTo("{\"replayed\":1}");
        Station.await(() -> inbox.posts().size() >= 2);
        assertThat(inbox.ids()).containsExactly("alert-3");
        end(gateway, "gone");
    }

    private static String state(Gateway gateway, String id) {
        return station.at(gateway, "/api/v1/subscribers/" + id).path("state").asText();
    }

    @Test
    void losesNothingWhenOneOfTwoGatewaysEnds() throws Exception {
        Gateway one = station.open();
        Gateway two = station.open();
        station.subscribe(one, webhook("twins"));
        List<String> before = ring("before", 20);
        Station.await(() -> inbox.ids().containsAll(before));

        List<String> during = ring("during", 20);
        station.close(one);
        List<String> after = ring("after", 20);

        Station.await(() -> inbox.ids().containsAll(during) && inbox.ids().containsAll(after));
        assertThat(inbox.ids()).hasSize(60);
        end(two, "twins");
    }

    private static List<String> ring(String name, int count) {
        List<String> ids =
                java.util.stream.IntStream.range(0, count).mapToObj(i -> name + i).toList();
        ids.forEach(id -> station.ring(id, "harbour"));
        return ids;
    }

    /** A subscriber less, so that the next test's alerts are its own. */
    private static void end(Gateway gateway, String id) throws Exception {
        station.send(gateway, "DELETE", "/api/v1/subscribers/" + id, "");
        station.close(gateway);
    }
}
