package org.tocsin.app.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tocsin.gateway.contract.Contract;
import org.tocsin.gateway.contract.Description.Operation;
import org.tocsin.gateway.contract.Description.Place;
import org.tocsin.gateway.contract.Exchange;

/**
 * Asks for operations with the examples of the description. A variable of a path that has no
 * example is what the last {@code Location} named there.
 */
final class Walk {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = 20_000_000;
    private static final int STREAM_BEGINNING = 32;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Contract contract;
    private final int port;
    private final Map<String, String> named = new HashMap<>();

    Walk(Contract contract, int port) {
        this.contract = contract;
        this.port = port;
    }

    /**
     * Asks until it is accepted, since lists follow what was written a moment later, and says what
     * was wrong with the answer.
     */
    Optional<String> ask(Operation operation) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Exchange exchange = send(request(operation), sent(operation));
        while (!exchange.isAccepted() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            exchange = send(request(operation), sent(operation));
        }
        exchange.headers().firstValue("Location").ifPresent(this::remember);
        if (!exchange.isAccepted()) {
            return Optional.of(
                    "the examples of %s are not accepted: %s"
                            .formatted(operation.name(), exchange.body()));
        }
        List<String> faults = contract.faults(exchange);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(operation.name() + ": " + String.join("; ", faults));
    }

    private void remember(String location) {
        contract.description()
                .find("DELETE", location)
                .or(() -> contract.description().find("GET", location))
                .ifPresent(
                        shown ->
                                shown.variables(location)
                                        .forEach((name, is) -> named.put(shown.path() + name, is)));
    }

    /** Sends JSON, or nothing where that is empty, and holds the answer to the contract. */
    Exchange send(String method, String target, String json, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(target)).timeout(PATIENCE);
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        Exchange exchange =
                send(request.method(method, BodyPublishers.ofString(json)).build(), json);
        contract.hold(exchange);
        return exchange;
    }

    Exchange send(HttpRequest request, String sent) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        try (InputStream in = answer.body()) {
            boolean isStream = type.startsWith("text/event-stream");
            byte[] body = isStream ? in.readNBytes(STREAM_BEGINNING) : in.readAllBytes();
            return Exchange.of(request, sent, answer, new String(body, StandardCharsets.UTF_8));
        }
    }

    private HttpRequest request(Operation operation) {
        Place content = content(operation);
        var request = HttpRequest.newBuilder(uri(path(operation) + query(operation)));
        if (content.isThere()) {
            request.header("Content-Type", content.node().fieldNames().next());
        }
        String sent = sent(operation);
        return request.timeout(PATIENCE)
                .method(
                        operation.method(),
                        sent.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(sent))
                .build();
    }

    URI uri(String target) {
        return URI.create("http://127.0.0.1:" + port + target);
    }

    /** With examples in the place of its variables. */
    String path(Operation operation) {
        String path = operation.path();
        for (Place parameter : operation.parameters().values()) {
            String name = parameter.node().get("name").asText();
            String value = parameter.node().path("example").asText();
            if (value.isEmpty()) {
                value = named.getOrDefault(resource(operation.path(), name) + name, "nobody");
            }
            path = path.replace("{" + name + "}", encoded(value));
        }
        return path;
    }

    /** The path as far as that variable: what a Location names. */
    private static String resource(String path, String name) {
        String variable = "{" + name + "}";
        return path.substring(0, Math.max(0, path.indexOf(variable))) + variable;
    }

    static String query(Operation operation) {
        var query = new StringBuilder();
        for (Place parameter : operation.parameters().values()) {
            JsonNode node = parameter.node();
            if (node.get("in").asText().equals("query") && node.has("example")) {
                query.append(query.isEmpty() ? '?' : '&').append(node.get("name").asText());
                query.append('=').append(encoded(node.get("example").asText()));
            }
        }
        return query.toString();
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Place content(Operation operation) {
        return contract.description().resolve(operation.at().at("requestBody")).at("content");
    }

    /** The example of the first media type; empty where there is no body. */
    String sent(Operation operation) {
        JsonNode content = content(operation).node();
        if (content.isEmpty()) {
            return "";
        }
        JsonNode example = content.elements().next().path("example");
        return example.isTextual() ? example.asText() : example.toString();
    }
}
