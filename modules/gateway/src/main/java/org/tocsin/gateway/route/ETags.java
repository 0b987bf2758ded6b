package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.desk.Expected;
import org.tocsin.gateway.desk.Overtaken;

/**
 * Entity tags (RFC 9110): a client that sends an object's tag back with {@code If-Match} changes
 * what it has read or nothing; {@code If-None-Match: *} only creates; with a tag, a reading that
 * would say the same again is answered with 304. A watchlist's tag is its version, anything else's
 * follows from what it says.
 */
final class ETags {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern TAGS =
            Pattern.compile("(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*");
    private static final int DIGITS = 16;

    private ETags() {}

    /** Answers with the watchlist and its tag. */
    static void send(Context ctx, Watchlist watchlist) {
        ctx.header("ETag", of(watchlist));
        Api.json(ctx, watchlist);
    }

    static String of(Watchlist watchlist) {
        return '"' + Integer.toString(watchlist.version()) + '"';
    }

    /** Who said it and when is not what it says. */
    static String of(LexiconEntry entry) {
        return ofContent(entry.said(null, java.time.Instant.EPOCH));
    }

    static String ofContent(Object content) {
        return ofText(Json.line(content));
    }

    static String ofText(String text) {
        return '"' + ArticleId.hex(text).substring(0, DIGITS) + '"';
    }

    /** Whether the reader has what bears that tag already; weakly compared, as RFC 9110 asks. */
    static boolean isKnown(Context ctx, String tag) {
        String known = ctx.header("If-None-Match");
        return known != null
                && (known.equals("*") || split(known).contains(tag.replaceFirst("^W/", "")));
    }

    private static List<String> split(String tags) {
        return Arrays.stream(tags.split(","))
                .map(tag -> tag.strip().replaceFirst("^W/", ""))
                .toList();
    }

    /** What the client knows of an object whose tag is as {@code tag} says. */
    static <V> Expected<V> expecting(Context ctx, Function<V, String> tag) {
        if ("*".equals(ctx.header("If-None-Match"))) {
            return now -> now == null;
        }
        String match = ctx.header("If-Match");
        if (match == null) {
            return Expected.anything();
        }
        if (match.strip().equals("*")) {
            return now -> now != null;
        }
        if (!TAGS.matcher(match.strip()).matches()) {
            throw Problem.badRequest("If-Match is a tag as it was given, such as \"3\"");
        }
        // A weak tag never matches here.
        List<String> tags = Arrays.stream(match.split(",")).map(String::strip).toList();
        return now -> now != null && tags.contains(tag.apply(now));
    }

    /** The version of a watchlist that the client expects, 0 for none; null where any will do. */
    static Integer expected(Context ctx) {
        if ("*".equals(ctx.header("If-None-Match"))) {
            return 0;
        }
        String match = ctx.header("If-Match");
        if (match == null || match.equals("*")) {
            return null;
        }
        Matcher tag = VERSION.matcher(match.strip());
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
        } catch (Overtaken e) {
            throw Problem.of(412, "Changed meanwhile", e.getMessage()).refused();
        }
    }
}
