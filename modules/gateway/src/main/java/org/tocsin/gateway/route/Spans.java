package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import org.tocsin.gateway.preview.LogSearch;

/** Spans of time as clients ask for them, and the log of the last of them. */
final class Spans {

    /** As long as the log is kept. */
    static final Duration LONGEST = Duration.ofDays(30);

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
