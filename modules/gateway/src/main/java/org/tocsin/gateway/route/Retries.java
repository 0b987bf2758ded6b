package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import org.tocsin.core.request.RequestNote;
import org.tocsin.core.request.RequestNote.Step;
import org.tocsin.gateway.opml.Opml;
import org.tocsin.gateway.request.Requests;

/**
 * A POST that bears an {@code Idempotency-Key} is done once: who sends it again, since no answer
 * came, gets the answer of the first (draft-ietf-httpapi-idempotency-key-header-07), at whatever
 * gateway. What failed is not kept, so that it can be tried again.
 */
final class Retries implements Routes {

    static final String HEADER = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_ANSWER = 1 << 16;
    private static final List<String> HEADERS = List.of("Content-Type", "Location", "ETag");
    private static final String MINE = "tocsin.retry";
    private static final String DONE = "tocsin.retry.done";

    private final Requests requests;

    Retries(Requests requests) {
        this.requests = requests;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::begin);
        routes.after(this::end);
    }

    /** What to write with a change that a request asks for; null where it bears no key. */
    static RequestNote done(Context ctx) {
        return ctx.attribute(DONE);
    }

    private void begin(Context ctx) {
        String key = ctx.header(HEADER);
        if (key == null || ctx.method() != HandlerType.POST) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badRequest(HEADER + " is a text of 1 to " + LONGEST_KEY + " characters");
        }
        String asked = hash(Api.bytes(ctx, Opml.LONGEST), head(ctx));
        // Hashed, since it is nobody's business on the log who asks with which key.
        String id = hash(new byte[0], Api.user(ctx) + "\n" + key);
        Requests.Claim claim = requests.begin(id, asked);
        if (claim.isMine()) {
            ctx.attribute(MINE, claim.note());
            ctx.attribute(DONE, requests.done(claim.note()));
            return;
        }
        if (!claim.note().asked().equals(asked)) {
            String reused = "this key came with another request before; take a new one";
            throw Problem.of(422, "Key used already", reused).refused();
        }
        answerAgain(ctx, claim.note());
    }

    private static void answerAgain(Context ctx, RequestNote known) {
        if (known.step() == Step.BEGUN) {
            ctx.header("Retry-After", "1");
            throw Problem.of(409, "Under way", "the first request is being answered").refused();
        }
        if (known.body() == null) {
            String done =
                    "it was done; its answer is not kept, since it is secret or long, or lost";
            throw Problem.of(409, "Done already", done).refused();
        }
        known.headers().forEach(ctx::header);
        ctx.header(REPLAYED, "true");
        ctx.status(known.status()).result(known.body().getBytes(StandardCharsets.UTF_8));
        ctx.skipRemainingHandlers();
    }

    private void end(Context ctx) {
        RequestNote mine = ctx.attribute(MINE);
        if (mine == null) {
            return;
        }
        if (ctx.statusCode() >= 300) {
            requests.fail(mine);
            return;
        }
        var headers = new LinkedHashMap<String, String>();
        for (String name : HEADERS) {
            String value = ctx.res().getHeader(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        requests.end(mine, ctx.statusCode(), headers, kept(ctx));
    }

    /** Null for what holds a secret, or is too long. */
    private static String kept(Context ctx) {
        String caching = ctx.res().getHeader("Cache-Control");
        boolean isSecret = caching != null && caching.contains("no-store");
        byte[] body = body(ctx.resultInputStream());
        return isSecret || body.length > LONGEST_ANSWER
                ? null
                : new String(body, StandardCharsets.UTF_8);
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

    private static String head(Context ctx) {
        return ctx.path() + "\n" + ctx.queryString() + "\n" + ctx.contentType() + "\n";
    }

    private static String hash(byte[] body, String head) {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            hash.update(head.getBytes(StandardCharsets.UTF_8));
            hash.update(body);
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
