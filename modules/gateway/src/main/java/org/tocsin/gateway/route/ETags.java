package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.WatchlistDesk;

/**
 * A watchlist's version as its entity tag (RFC 9110): a client that sends it back with {@code
 * If-Match} changes what it has read or nothing; {@code If-None-Match: *} only creates.
 */
final class ETags {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})\"");

    private ETags() {}

    /** Answers with the watchlist and its tag. */
    static void send(Context ctx, Watchlist watchlist) {
        ctx.header("ETag", of(watchlist));
        Api.json(ctx, watchlist);
    }

    static String of(Watchlist watchlist) {
        return '"' + Integer.toString(watchlist.version()) + '"';
    }

    /** The version that the client expects, 0 for none at all; null where any will do. */
    static Integer expected(Context ctx) {
        if ("*".equals(ctx.header("If-None-Match"))) {
            return 0;
        }
        String match = ctx.header("If-Match");
        if (match == null || match.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(match.strip());
        if (!tag.matches()) {
            throw Problem.badRequest("If-Match is one tag as it was given, such as \"3\"");
        }
        return Integer.valueOf(tag.group(1));
    }

    /**
     * @throws Problem.Refused 412 where somebody else changed it meanwhile
     */
    static <T> T orOvertaken(Supplier<T> change) {
        try {
            return change.get();
        } catch (WatchlistDesk.Overtaken e) {
            throw Problem.of(412, "Changed meanwhile", e.getMessage()).refused();
        }
    }
}
