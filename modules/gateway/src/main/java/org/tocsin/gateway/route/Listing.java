package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tocsin.core.audit.AuditEntry;

/**
 * A list, page by page. Each row has a key that never changes its place among the others; a cursor
 * is the key of a page's last row, so the next page begins behind it whatever was added or taken
 * away meanwhile: no row is shown twice or left out for that. Clients take the cursor as it is
 * given, in {@code next} and as a link (RFC 8288).
 *
 * <p>The lists of what people set up come whole where no {@code limit} is given, as in Kubernetes'
 * interface; what the news brings comes in pages always.
 */
final class Listing<T> {

    private static final char END_OF_NAME = '\n';

    private final String name;
    private final List<T> rows;
    private final Function<T, String> key;
    private final Map<String, Object> answer = new LinkedHashMap<>();
    private int usual = Integer.MAX_VALUE;

    private Listing(String name, List<T> rows, Function<T, String> key) {
        this.name = name;
        this.rows = rows;
        this.key = key;
    }

    /**
     * @param name what the rows are called in the answer
     * @param key of a row, no two the same; rows are listed in its order
     */
    static <T> Listing<T> of(String name, List<T> rows, Function<T, String> key) {
        return new Listing<>(name, rows, key);
    }

    /** The key of numbers that are listed the largest first. */
    static String largestFirst(long number) {
        return "%016x".formatted(Long.MAX_VALUE - number);
    }

    /** The key of what was done to an object, the first first. */
    static String inOrder(AuditEntry entry) {
        String unchained = earliestFirst(entry.time(), entry.version() + " " + entry.action());
        return "%016x %s".formatted(entry.number(), unchained);
    }

    /** The key of rows that are listed the latest first. */
    static String latestFirst(Instant time, String id) {
        return "%016x%08x %s"
                .formatted(
                        Long.MAX_VALUE - time.getEpochSecond(), 999_999_999 - time.getNano(), id);
    }

    /** The key of rows that are listed the earliest first. */
    static String earliestFirst(Instant time, String id) {
        return "%016x%08x %s".formatted(time.getEpochSecond(), time.getNano(), id);
    }

    /**
     * Which rows lie behind the cursor that is asked for: of a list that is too long to be held,
     * only these need be looked up, and one more than a page has.
     */
    static <T> Predicate<T> behindCursor(Context ctx, String name, Function<T, String> key) {
        String cursor = ctx.queryParam("cursor");
        if (cursor == null) {
            return row -> true;
        }
        String last = read(name, cursor);
        return row -> key.apply(row).compareTo(last) > 0;
    }

    /** How many rows a page has where nobody says. */
    Listing<T> usually(int most) {
        usual = most;
        return this;
    }

    /** Something that is said beside the rows. */
    Listing<T> with(String field, Object value) {
        answer.put(field, value);
        return this;
    }

    /** Answers with the page that is asked for, its rows as {@code view} shows them. */
    void send(Context ctx, Function<T, ?> view) {
        var byKey = new TreeMap<String, T>();
        rows.forEach(row -> byKey.put(key.apply(row), row));
        String cursor = ctx.queryParam("cursor");
        Map<String, T> left = cursor == null ? byKey : byKey.tailMap(read(name, cursor), false);
        int limit = Api.limit(ctx, usual);
        List<Map.Entry<String, T>> page = left.entrySet().stream().limit(limit).toList();
        String next = page.size() == left.size() ? null : write(page.get(limit - 1).getKey());
        answer.put(name, page.stream().map(row -> view.apply(row.getValue())).toList());
        answer.put("next", next);
        if (next != null) {
            ctx.header("Link", "<" + target(ctx, next) + ">; rel=\"next\"");
        }
        Api.json(ctx, answer);
    }

    void send(Context ctx) {
        send(ctx, row -> row);
    }

    private String write(String lastKey) {
        byte[] cursor = (name + END_OF_NAME + lastKey).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    private static String read(String name, String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.startsWith(name + END_OF_NAME)) {
                return text.substring(name.length() + 1);
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw Problem.badRequest("the cursor is none that this list gave: " + cursor);
    }

    /** The same request from the cursor on. */
    private static String target(Context ctx, String next) {
        var query = new StringBuilder("?cursor=").append(next);
        ctx.queryParamMap()
                .forEach(
                        (parameter, values) -> {
                            if (!parameter.equals("cursor")) {
                                query.append('&').append(parameter).append('=');
                                query.append(
                                        URLEncoder.encode(values.get(0), StandardCharsets.UTF_8));
                            }
                        });
        return ctx.path() + query;
    }
}
