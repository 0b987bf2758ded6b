package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.gateway.opml.Opml;

/**
 * A POST that bears an {@code Idempotency-Key} is done once: who sends it again, since no answer
 * came, gets the answer of the first (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * <p>Answers are kept by this process, the last {@value #KEPT} of them and at most a day; one that
 * failed is not, so that it can be tried again. Another instance does not know them.
 */
final class Retries implements Routes {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int KEPT = 2_000;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final long DAY = Duration.ofDays(1).toNanos();
    // Longer than any change waits for the log.
    private static final long ABANDONED = Duration.ofMinutes(2).toNanos();
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final String MINE = "tocsin.retry";

    private final Map<String, Answer> answers =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
                    return size() > KEPT;
                }
            };

    /**
     * @param request what was asked, as a hash
     * @param status 0 while it is under way
     * @param body null where it is not kept: it held a secret, or is too long
     */
    private record Answer(
            String request, long since, int status, Map<String, String> headers, byte[] body) {

        boolean isOver(long now) {
            return now - since > (status == 0 ? ABANDONED : DAY);
        }
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::begin);
        routes.after(this::end);
    }

    private void begin(Context ctx) {
        String key = ctx.header(HEADER);
        if (key == null || ctx.method() != HandlerType.POST) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest(HEADER + " is a text of 1 to " + LONGEST_KEY + " characters");
        }
        String id = Api.user(ctx) + "\n" + key;
        String request = hash(ctx);
        Answer known = claim(id, request);
        if (known == null) {
            ctx.attribute(MINE, id);
            return;
        }
        if (!known.request().equals(request)) {
            String reused = "this key came with another request before; take a new one";
            throw Problem.of(422, "Key used already", reused).refused();
        }
        answerAgain(ctx, known);
    }

    /** Null where nobody asked before: then it is the caller's to do. */
    private synchronized Answer claim(String id, String request) {
        long now = System.nanoTime();
        Answer known = answers.get(id);
        if (known != null && !known.isOver(now)) {
            return known;
        }
        answers.remove(id);
        answers.put(id, new Answer(request, now, 0, Map.of(), null));
        return null;
    }

    private static void answerAgain(Context ctx, Answer known) {
        if (known.status() == 0) {
            ctx.header("Retry-After", "1");
            throw Problem.of(409, "Under way", "the first request is being answered").refused();
        }
        if (known.body() == null) {
            String done = "it was done; its answer is not kept, since it is secret or long";
            throw Problem.of(409, "Done already", done).refused();
        }
        known.headers().forEach(ctx::header);
        ctx.header(REPLAYED, "true");
        ctx.status(known.status()).result(known.body());
        ctx.skipRemainingHandlers();
    }

    private void end(Context ctx) {
        String id = ctx.attribute(MINE);
        if (id != null) {
            Answer answer = ctx.statusCode() < 300 ? answer(ctx) : null;
            settle(id, answer);
        }
    }

    private synchronized void settle(String id, Answer answer) {
        Answer begun = answers.remove(id);
        if (answer != null && begun != null) {
            answers.put(
                    id,
                    new Answer(
                            begun.request(),
                            begun.since(),
                            answer.status(),
                            answer.headers(),
                            answer.body()));
        }
    }

    private static Answer answer(Context ctx) {
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS) {
            String value = ctx.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        String caching = ctx.res().getHeader("Cache-Control");
        boolean isSecret = caching != null && caching.contains("no-store");
        byte[] body = body(ctx.resultInputStream());
        boolean isKept = !isSecret && body.length <= LONGEST_ANSWER;
        return new Answer(null, 0, ctx.statusCode(), headers, isKept ? body : null);
    }

    /** Everything is answered from memory, so it can be read here and sent all the same. */
    private static byte[] body(InputStream result) {
        if (!(result instanceof ByteArrayInputStream bytes)) {
            return new byte[0];
        }
        byte[] body = bytes.readAllBytes();
        bytes.reset();
        return body;
    }

    private static String hash(Context ctx) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            String head = ctx.path() + "\n" + ctx.queryString() + "\n" + ctx.contentType() + "\n";
            hash.update(head.getBytes(StandardCharsets.UTF_8));
            hash.update(Api.bytes(ctx, Opml.LONGEST));
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
