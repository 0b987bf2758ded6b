package org.tocsin.gateway.contract;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/**
 * A request and what was answered to it.
 *
 * @param target path and query as they were sent
 * @param type the media type of what was sent, null for none
 * @param sent the body, empty for none
 * @param body of the answer; of a stream its beginning
 */
public record Exchange(
        String method,
        String target,
        String type,
        String sent,
        int status,
        HttpHeaders headers,
        String body) {

    public static Exchange of(
            HttpRequest request, String sent, HttpResponse<?> answer, String body) {
        URI uri = request.uri();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Exchange(
                request.method(),
                uri.getRawPath() + query,
                request.headers().firstValue("Content-Type").orElse(null),
                sent,
                answer.statusCode(),
                answer.headers(),
                body);
    }

    public static Exchange of(HttpRequest request, String sent, HttpResponse<String> answer) {
        return of(request, sent, answer, answer.body());
    }

    String path() {
        return target.split("\\?", 2)[0];
    }

    String query() {
        return target.contains("?") ? target.split("\\?", 2)[1] : "";
    }

    public boolean isAccepted() {
        return status < 400 && status != 304;
    }

    /** The media type of the answer without its parameters, empty where it has none. */
    String answered() {
        return plain(headers.firstValue("Content-Type").orElse(""));
    }

    /** The media type of what was sent without its parameters. */
    String sentAs() {
        return plain(type == null ? "" : type);
    }

    private static String plain(String type) {
        return type.split(";", 2)[0].strip();
    }
}
