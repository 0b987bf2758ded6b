package org.tocsin.ingestor.fetch;

import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.HttpResponse;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.fetch.FetchOutcome.NotModified;

/** One answer of a server: an outcome, or where to ask instead. One of the two is null. */
record Answer(FetchOutcome outcome, Redirect redirect) {

    /** No server may silence a feed for longer. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private static final int LONGEST_HEADER = 4_000;

    /** {@code location} as the server wrote it. */
    record Redirect(int status, String location) {

        boolean isPermanent() {
            return status == 301 || status == 308;
        }

        /** Whether a POST stays a POST. */
        boolean keepsTheMethod() {
            return status == 307 || status == 308;
        }
    }

    /** {@code body} is empty where the status wants none. */
    static Answer of(
            HttpResponse head, byte[] body, FetchRequest request, Trail trail, Instant now) {
        int status = head.getCode();
        String location = header(head, "Location");
        boolean leads = status == 301 || status == 302 || status == 303 || status == 307;
        if ((leads || status == 308) && location != null) {
            return new Answer(null, new Redirect(status, location));
        }
        if (status == 304 && request.isConditional()) {
            return new Answer(
                    new NotModified(status, trail.movedTo(), headers(head, trail, now)), null);
        }
        if (!isSuccess(status, request)) {
            Duration wait = retryAfter(header(head, "Retry-After"), now);
            String reason = "the server answered " + status;
            return new Answer(new Failed(cause(status), status, reason, wait), null);
        }
        return new Answer(
                new Fetched(
                        status,
                        body,
                        trail.at().toString(),
                        trail.movedTo(),
                        headers(head, trail, now)),
                null);
    }

    /** Whether an answer of this status has a body that is asked for. */
    static boolean isSuccess(int status, FetchRequest request) {
        return status == 200 || status == 203 || request.form() != null && status / 100 == 2;
    }

    private static Headers headers(HttpMessage reply, Trail trail, Instant now) {
        return new Headers(
                header(reply, "Content-Type"),
                header(reply, "ETag"),
                header(reply, "Last-Modified"),
                Freshness.of(reply, now),
                link(reply, "hub", trail),
                link(reply, "self", trail));
    }

    /** A link to what cannot be asked is none. */
    private static String link(HttpMessage reply, String relation, Trail trail) {
        for (Header header : reply.getHeaders("Link")) {
            String target =
                    header.getValue() == null
                            ? null
                            : LinkHeader.target(header.getValue(), relation);
            try {
                if (target != null) {
                    return WebAddress.of(trail.at(), target).toString();
                }
            } catch (URISyntaxException e) {
                return null;
            }
        }
        return null;
    }

    private static Cause cause(int status) {
        return switch (status) {
            case 401, 403, 429, 451 -> Cause.REFUSED;
            case 404 -> Cause.MISSING;
            case 410 -> Cause.GONE;
            default -> Cause.SERVER;
        };
    }

    /** RFC 9110, 10.2.3: seconds or a date; null for neither. */
    static Duration retryAfter(String value, Instant now) {
        if (value == null) {
            return null;
        }
        String text = value.strip();
        Instant date = Freshness.date(text);
        boolean seconds = text.matches("[0-9]{1,10}");
        if (!seconds && date == null) {
            return null;
        }
        Duration wait =
                seconds ? Duration.ofSeconds(Long.parseLong(text)) : Duration.between(now, date);
        Duration bounded = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        return bounded.isNegative() ? Duration.ZERO : bounded;
    }

    /** Null where there is none, or one longer than anybody needs. */
    static String header(HttpMessage reply, String name) {
        Header header = reply.getFirstHeader(name);
        String value = header == null ? null : header.getValue();
        return value == null || value.isBlank() || value.length() > LONGEST_HEADER
                ? null
                : value.strip();
    }
}
