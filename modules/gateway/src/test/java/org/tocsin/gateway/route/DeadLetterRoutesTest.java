package org.tocsin.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.audit.Replay;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.deadletter.DeadLetter;
import org.tocsin.gateway.deadletter.Place;
import org.tocsin.wire.topic.DeadLetterHeaders;

/** What a gateway shows of dead letters, and how it refuses; replays are tried where Kafka is. */
class DeadLetterRoutesTest {

    private static final Instant NOON = Instant.parse("2026-05-06T12:00:00Z");

    private static Site site;

    @BeforeAll
    static void open() {
        site = new Site();
        add(0, "unreadable", "dedupe", "no Avro");
        add(1, "unprocessable", "tag", "{}");
        add(2, "unreadable", "dedupe", "none either");
        site.boards.deadLetters().replayed(new Replay("r", List.of("0-0"), "ada", NOON));
    }

    private static void add(long offset, String reason, String stage, String value) {
        var headers = new RecordHeaders();
        headers.add(DeadLetterHeaders.REASON, bytes(reason));
        headers.add(DeadLetterHeaders.STAGE, bytes(stage));
        headers.add(DeadLetterHeaders.TOPIC, bytes("news.articles"));
        headers.add(DeadLetterHeaders.STACKTRACE, bytes("at a.b.C"));
        site.boards
                .deadLetters()
                .add(
                        new DeadLetter(
                                new Place(0, offset),
                                NOON.plusSeconds(offset),
                                bytes("key"),
                                bytes(value),
                                headers));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void countsByReasonAndHowManyWerePutBack() throws Exception {
        JsonNode counted = json(site.get("/api/v1/dead-letters/counts").body());

        assertThat(counted.get("waiting").asInt()).isEqualTo(2);
        JsonNode first = counted.get("counts").get(0);
        assertThat(first.get("reason").asText()).isEqualTo("unreadable");
        assertThat(first.get("count").asInt()).isEqualTo(2);
        assertThat(first.get("replayed").asInt()).isEqualTo(1);
        assertThat(first.get("example").asText()).isEqualTo("0-2");
        assertThat(counted.get("counts")).hasSize(2);
    }

    @Test
    void listsThoseOfAReasonTheLastFirst() throws Exception {
        JsonNode letters =
                json(site.get("/api/v1/dead-letters?reason=unreadable&brief=true").body())
                        .get("deadLetters");

        assertThat(letters.findValuesAsText("id")).containsExactly("0-2", "0-0");
        assertThat(letters.get(1).get("replayed").asText()).isEqualTo("2026-05-06T12:00:00Z");
        assertThat(letters.get(0).has("value")).isFalse();
        assertThat(letters.get(0).get("headers").has(DeadLetterHeaders.STACKTRACE)).isFalse();
    }

    @Test
    void showsOneWithItsBytes() throws Exception {
        JsonNode letter = json(site.get("/api/v1/dead-letters/0-1").body());

        assertThat(letter.get("text").asText()).isEqualTo("{}");
        assertThat(letter.get("value").binaryValue()).isEqualTo(bytes("{}"));
        assertThat(letter.get("headers").get(DeadLetterHeaders.STACKTRACE).asText())
                .isEqualTo("at a.b.C");
        assertThat(site.get("/api/v1/dead-letters/one").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|#/letters",
                "{'letters':['0-1'],'all':true}|#/letters",
                "{'letters':[]}|#/letters",
                "{'letters':['first',7]}|#/letters/1 #/letters/0",
                "{'all':'true','since':'noon'}|#/since"
            })
    void refusesAReplayThatDoesNotSayOfWhat(String body, String fields) throws Exception {
        var refused =
                site.send(
                        "POST",
                        "/api/v1/dead-letters/replay",
                        body.replace('\'', '"'),
                        "Content-Type",
                        "application/json");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(json(refused.body()).get("errors").findValuesAsText("pointer"))
                .isEqualTo(List.of(fields.split(" ")));
    }

    private static JsonNode json(String text) throws Exception {
        return Json.mapper().readTree(text);
    }
}
