package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import org.tocsin.gateway.preview.LogSearch;

/** Spans of time as clients ask for them, and the log of the last of them. */
final class Spans {

    /** As long as the log is kept. */
    static final Duration LONGEST = Duration.ofDays(30);

    /** After all that the log can hold. */
    static final Instant FAR = Instant.parse("9999-12-31T00:00:00Z");

    private Spans() {}

    /** The query parameter of that name, {@code usual} where it is not given. */
    static Duration duration(Context ctx, String name, Duration usual, Duration most) {
        String text = ctx.queryParam(name);
        try {
            Duration found = text == null ? usual : Duration.parse(text);
            if (!found.isNegative() && found.compareTo(most) <= 0) {
                return found;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.badRequest(
                "%s is an ISO 8601 duration of at most %s, not %s".formatted(name, most, text));
    }

    /**
     * The time that a query parameter names, {@code usual} where it is not given. Years are those
     * of four digits: what the log can hold, and what can be reckoned with.
     */
    static Instant time(Context ctx, String name, Instant usual) {
        String said = ctx.queryParam(name);
        try {
            Instant time = said == null ? usual : Instant.parse(said);
            if (said == null || !time.isBefore(Instant.EPOCH) && time.isBefore(FAR)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Problem.badRequest(name + " is a time as 2026-03-02T12:00:00Z, not " + said);
    }

    /** What looks into the log, where there is one. */
    static LogSearch log(LogSearch log) {
        if (log == null) {
            throw Problem.of(503, "No log", "nothing but what is held can be asked for here")
                    .refused();
        }
        return log;
    }

    static Problem.Refused givenUp(LogSearch.GivenUp why) {
        return Problem.of(503, "Search given up", why.getMessage()).refused();
    }
}
