package org.tocsin.app.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.contract.Description.Operation;
import org.tocsin.gateway.contract.Description.Place;

/**
 * Requests that are nearly right: the examples of the description with something wrong in them. The
 * same seed gives the same requests.
 */
final class Nonsense {

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "nobody",
                    "..",
                    "a/b",
                    "-1",
                    "0-0",
                    "99999999999999999999",
                    "1e9",
                    "true",
                    "null",
                    "PT-1S",
                    "2026-13-40T25:61:61Z",
                    "'; DROP TABLE feeds; --",
                    "<script>alert(1)</script>",
                    "\u202e\u0645\u0631\u0641\u0623",
                    "\ud83d\ude00",
                    "\u0001\u007f",
                    "x".repeat(3_000));
    private static final List<String> JSON =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "1e400",
                    "[]",
                    "{}",
                    "[[[]]]",
                    "{\"a\":{\"a\":{}}}",
                    "\"\"");
    private static final List<String> BROKEN =
            List.of("", "{", "[1,", "\"", "{\"a\":1}{}", "\ufeff{}", "[".repeat(5_000), "a: *b");
    private static final List<String> TYPES =
            List.of(
                    "application/json",
                    "application/yaml",
                    "text/plain",
                    "x",
                    "application/json;;");

    private final Random random;
    private final Walk walk;

    Nonsense(long seed, Walk walk) {
        this.random = new Random(seed);
        this.walk = walk;
    }

    /** A request, and its body. */
    record Asked(HttpRequest request, String sent) {}

    Asked about(Operation operation) {
        String sent = walk.sent(operation);
        var request = HttpRequest.newBuilder(walk.uri(path(operation) + query(operation)));
        Place content = walk.content(operation);
        if (content.isThere()) {
            boolean isRightType = random.nextInt(4) > 0;
            String type = content.node().fieldNames().next();
            request.header("Content-Type", isRightType ? type : pick(TYPES));
            sent = body(sent);
        }
        if (random.nextInt(4) == 0) {
            request.header(pick(List.of("If-Match", "If-None-Match", "Idempotency-Key")), "x\"");
        }
        return new Asked(
                request.timeout(Duration.ofMinutes(3))
                        .method(operation.method(), BodyPublishers.ofString(sent))
                        .build(),
                sent);
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (Place parameter : operation.parameters().values()) {
            String name = parameter.node().get("name").asText();
            path = path.replace("{" + name + "}", Walk.encoded(pick(TEXTS.subList(2, 17))));
        }
        return random.nextInt(3) == 0 ? path : walk.path(operation);
    }

    private String query(Operation operation) {
        var given = new ArrayList<String>();
        for (Place parameter : operation.parameters().values()) {
            JsonNode node = parameter.node();
            if (node.get("in").asText().equals("query") && random.nextInt(3) == 0) {
                given.add(node.get("name").asText() + "=" + Walk.encoded(pick(TEXTS)));
            }
        }
        if (random.nextInt(8) == 0) {
            given.add("nonsense=" + Walk.encoded(pick(TEXTS)));
        }
        return given.isEmpty() ? Walk.query(operation) : "?" + String.join("&", given);
    }

    /** The example with a field gone, of another type or beyond measure, or none at all. */
    private String body(String example) {
        if (random.nextInt(4) == 0 || !example.startsWith("{")) {
            return pick(BROKEN);
        }
        try {
            var json = (ObjectNode) Json.mapper().readTree(example);
            var fields = new ArrayList<String>();
            json.fieldNames().forEachRemaining(fields::add);
            String field = random.nextInt(4) == 0 ? "nonsense" : pick(fields);
            switch (random.nextInt(3)) {
                case 0 -> json.remove(field);
                case 1 -> json.put(field, pick(TEXTS));
                default -> json.set(field, Json.mapper().readTree(pick(JSON)));
            }
            return json.toString();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
