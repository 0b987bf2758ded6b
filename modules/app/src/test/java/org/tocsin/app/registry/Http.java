package org.tocsin.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.tocsin.core.json.Json;

/** Asks a registry what Tocsin's own client has no need to ask. */
record Http(String url) {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    record Answer(int status, JsonNode body) {

        /** The HTTP status and the registry's code, as in {@code 404/40403}. */
        String fault() {
            return status + "/" + body.path("error_code").asInt();
        }
    }

    static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8);
    }

    Answer get(String path) {
        return ask("GET", path, BodyPublishers.noBody());
    }

    Answer delete(String path) {
        return ask("DELETE", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return ask("POST", path, BodyPublishers.ofString(body));
    }

    Answer put(String path, String body) {
        return ask("PUT", path, BodyPublishers.ofString(body));
    }

    private Answer ask(String method, String path, BodyPublisher body) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                        .method(method, body)
                        .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), Json.mapper().readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
