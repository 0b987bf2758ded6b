package org.tocsin.app.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.zip.CRC32C;

/** A body with what lets a reader ask for it only when it has changed (RFC 9110, section 13). */
record Reply(String type, Instant modified, byte[] body) {

    void to(HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type);
        headers.set("ETag", etag());
        headers.set("Last-Modified", httpDate(modified));
        if (isKnown(exchange.getRequestHeaders())) {
            exchange.sendResponseHeaders(304, -1);
        } else if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String etag() {
        var sum = new CRC32C();
        sum.update(body);
        return "\"" + body.length + "-" + Long.toHexString(sum.getValue()) + "\"";
    }

    /** The tag decides where the reader sends one; the date only stands in for it. */
    private boolean isKnown(Headers request) {
        String tags = request.getFirst("If-None-Match");
        String date = request.getFirst("If-Modified-Since");
        return tags != null ? tags.contains(etag()) : date != null && !isModifiedSince(date);
    }

    private boolean isModifiedSince(String date) {
        try {
            Instant since =
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return modified.truncatedTo(ChronoUnit.SECONDS).isAfter(since);
        } catch (DateTimeException e) {
            return true;
        }
    }

    private static String httpDate(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
