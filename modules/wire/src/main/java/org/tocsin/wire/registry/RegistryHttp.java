package org.tocsin.wire.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.tocsin.core.json.Json;

/**
 * Carries requests to whichever server of a registry answers: the one that answered last is asked
 * first, the next when it fails; when all have failed, all are tried again after a pause.
 */
final class RegistryHttp {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final HttpClient client;
    private final List<Endpoint> endpoints;
    private final Duration readTimeout;
    private final Backoff backoff;
    private final AtomicInteger preferred = new AtomicInteger();

    private RegistryHttp(
            HttpClient client, List<Endpoint> endpoints, Duration readTimeout, Backoff backoff) {
        this.client = client;
        this.endpoints = endpoints;
        this.readTimeout = readTimeout;
        this.backoff = backoff;
    }

    static RegistryHttp of(RegistryConfig config) {
        List<Endpoint> endpoints = Endpoint.of(config);
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        // Over plain HTTP the client would ask for an upgrade to HTTP/2 first,
                        // which some servers and proxies answer with an error.
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(millis(config, RegistryConfig.CONNECT_TIMEOUT));
        if (endpoints.stream().anyMatch(endpoint -> endpoint.address().startsWith("https:"))) {
            client.sslContext(Tls.of(config));
        }
        return new RegistryHttp(
                client.build(),
                endpoints,
                millis(config, RegistryConfig.READ_TIMEOUT),
                new Backoff(
                        config.getInt(RegistryConfig.MAX_RETRIES),
                        config.getLong(RegistryConfig.RETRY_WAIT),
                        config.getLong(RegistryConfig.RETRY_MAX_WAIT)));
    }

    private static Duration millis(RegistryConfig config, String key) {
        return Duration.ofMillis(config.getInt(key));
    }

    JsonNode get(String path) {
        return ask("GET", path, BodyPublishers.noBody());
    }

    JsonNode post(String path, String body) {
        return ask("POST", path, BodyPublishers.ofString(body));
    }

    JsonNode put(String path, String body) {
        return ask("PUT", path, BodyPublishers.ofString(body));
    }

    private JsonNode ask(String method, String path, BodyPublisher body) {
        for (int attempt = 0; ; attempt++) {
            try {
                return askEach(method, path, body);
            } catch (RegistryUnavailable e) {
                if (!backoff.allows(attempt)) {
                    throw e;
                }
                backoff.pause(attempt);
            }
        }
    }

    private JsonNode askEach(String method, String path, BodyPublisher body) {
        RegistryUnavailable failure = null;
        int first = preferred.get();
        for (int i = 0; i < endpoints.size(); i++) {
            int choice = (first + i) % endpoints.size();
            try {
                JsonNode answer = askOne(endpoints.get(choice), method, path, body);
                preferred.set(choice);
                return answer;
            } catch (RegistryUnavailable e) {
                if (failure != null) {
                    e.addSuppressed(failure);
                }
                failure = e;
            }
        }
        throw failure;
    }

    private JsonNode askOne(Endpoint endpoint, String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                        .timeout(readTimeout)
                        .header("Accept", MEDIA_TYPE + ", application/json")
                        .header("Content-Type", MEDIA_TYPE)
                        .method(method, body);
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        try {
            return judge(endpoint, path, client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new RegistryUnavailable(
                    "schema registry %s does not answer: %s".formatted(endpoint, reason), e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private JsonNode judge(Endpoint endpoint, String path, HttpResponse<String> response) {
        int status = response.statusCode();
        JsonNode body = json(response.body());
        if (status == 200 && body.isObject()) {
            return body;
        }
        String message = body.path("message").asText("no message");
        if (status == 408 || status == 429 || status >= 500) {
            throw new RegistryUnavailable(
                    "schema registry %s is out of order: HTTP %d, %s"
                            .formatted(endpoint, status, message),
                    null);
        }
        if (status < 400) {
            throw garbage("HTTP %d without a JSON object at %s".formatted(status, endpoint + path));
        }
        throw new RegistryRefusal(
                "schema registry %s refused %s: HTTP %d, %s"
                        .formatted(endpoint, path, status, message),
                status,
                body.path("error_code").asInt(status));
    }

    private static JsonNode json(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The whole number in an answer that must have one. */
    int number(JsonNode answer, String field) {
        if (!answer.path(field).isInt()) {
            throw garbage("no " + field);
        }
        return answer.get(field).asInt();
    }

    /** Something answers at the address, but it is no schema registry. */
    RegistryRefusal garbage(String what) {
        return new RegistryRefusal(
                "no answer of a schema registry at %s: %s".formatted(endpoints, what), 200, 200);
    }
}
