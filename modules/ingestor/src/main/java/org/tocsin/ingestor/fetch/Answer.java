package org.tocsin.ingestor.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpMessage;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.fetch.FetchOutcome.NotModified;

/** One answer of a server: an outcome, or where to ask instead. One of the two is null. */
record Answer(FetchOutcome outcome, String redirect) {

    /** No server may silence a feed for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    static Answer read(ClassicHttpResponse reply, URI at, FetchLimits limits, Clock clock)
            throws IOException {
        int status = reply.getCode();
        String location = header(reply, "Location");
        if (status == 304) {
            return new Answer(new NotModified(status, null, headers(reply)), null);
        }
        if (status >= 301 && status <= 308 && status != 305 && status != 306 && location != null) {
            return new Answer(null, location.strip().replace(" ", "%20"));
        }
        if (status != 200 && status != 203) {
            Duration wait = retryAfter(header(reply, "Retry-After"), clock.instant());
            return new Answer(
                    new Failed(cause(status), status, "the server answered " + status, wait), null);
        }
        byte[] body = body(reply.getEntity(), limits.bodyBytes());
        if (body == null) {
            String reason = "the body is longer than " + limits.bodyBytes() + " bytes";
            return new Answer(new Failed(Cause.SIZE, status, reason, null), null);
        }
        return new Answer(new Fetched(status, body, at.toString(), null, headers(reply)), null);
    }

    private static Headers headers(HttpMessage reply) {
        return new Headers(
                header(reply, "Content-Type"),
                header(reply, "ETag"),
                header(reply, "Last-Modified"),
                null,
                null,
                null);
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 401, 403, 429, 451 -> Cause.REFUSED;
            case 404 -> Cause.MISSING;
            case 410 -> Cause.GONE;
            default -> Cause.SERVER;
        };
    }

    /** The decoded body; null where it goes beyond the limit, however small it came packed. */
    private static byte[] body(HttpEntity entity, int limit) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var body = new ByteArrayOutputStream();
        try (InputStream in = entity.getContent()) {
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                body.write(buffer, 0, read);
                if (body.size() > limit) {
                    return null;
                }
            }
        }
        return body.toByteArray();
    }

    /** RFC 9110, 10.2.3: seconds or a date; null for neither. */
    static Duration retryAfter(String value, Instant now) {
        if (value == null) {
            return null;
        }
        try {
            String text = value.strip();
            Duration wait =
                    text.matches("[0-9]{1,10}")
                            ? Duration.ofSeconds(Long.parseLong(text))
                            : Duration.between(now, httpDate(text));
            Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
            return bounded.isNegative() ? Duration.ZERO : bounded;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant httpDate(String text) {
        return Instant.from(
                DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT).parse(text));
    }

    private static String header(HttpMessage reply, String name) {
        Header header = reply.getFirstHeader(name);
        String value = header == null ? null : header.getValue();
        return value == null || value.isBlank() || value.length() > 1_000 ? null : value;
    }
}
