package org.tocsin.gateway.route;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.desk.Author;

/** How every route reads what it is sent and writes what it answers. */
final class Api {

    static final String ROOT = "/api/v1";
    static final int BODY_LIMIT = 1 << 20;

    private static final int MOST = 1_000;
    private static final String BODY = "tocsin.body";
    private static final ObjectReader STRICT =
            Json.mapper()
                    .readerFor(JsonNode.class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private Api() {}

    /** Answers in JSON; a reading with a tag, and with nothing but 304 to who has it already. */
    static void json(Context ctx, Object answer) {
        String json = Json.line(answer);
        if (ctx.method() == HandlerType.GET || ctx.method() == HandlerType.HEAD) {
            reading(ctx, "application/json", json);
        } else {
            text(ctx, "application/json", json);
        }
    }

    /** Answers a reading, with a tag, and with nothing but 304 to who has it already. */
    static void reading(Context ctx, String type, String text) {
        String given = ctx.res().getHeader("ETag");
        String tag = given == null ? "W/" + ETags.ofText(text) : given;
        ctx.header("ETag", tag);
        // Asked again each time; the tag makes that cheap.
        if (ctx.res().getHeader("Cache-Control") == null) {
            ctx.header("Cache-Control", "no-cache");
        }
        if (ctx.statusCode() == 200 && ETags.isKnown(ctx, tag)) {
            ctx.status(304);
            return;
        }
        text(ctx, type, text);
    }

    static void problem(Context ctx, Problem problem) {
        text(ctx.status(problem.status()), Problem.MEDIA_TYPE, Json.line(problem));
    }

    /**
     * Text in UTF-8. As bytes: text is written in the charset of the type or else the platform's,
     * which in a container without a locale knows no letters but the Latin ones.
     */
    static void text(Context ctx, String type, String text) {
        ctx.contentType(type).result(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The body as text, of one of these media types and at most {@link #BODY_LIMIT} bytes. */
    static String body(Context ctx, Set<String> mediaTypes) {
        return new String(body(ctx, mediaTypes, BODY_LIMIT), StandardCharsets.UTF_8);
    }

    /** The body as it came, of one of these media types and at most so many bytes. */
    static byte[] body(Context ctx, Set<String> mediaTypes, int most) {
        String type = mediaType(ctx);
        if (!mediaTypes.contains(type)) {
            String wanted = "send one of " + mediaTypes + ", not '" + type + "'";
            throw Problem.of(415, "Unsupported media type", wanted).refused();
        }
        byte[] body = bytes(ctx, most);
        if (body.length > most) {
            String limit = "a body has at most " + most + " bytes";
            throw Problem.of(413, "Content too large", limit).refused();
        }
        return body;
    }

    /** Without its parameters; empty where none is given, or the body is packed. */
    static String mediaType(Context ctx) {
        String packed = ctx.header("Content-Encoding");
        if (packed != null && !packed.equalsIgnoreCase("identity")) {
            throw Problem.of(415, "Unsupported media type", "send it plain, not as " + packed)
                    .refused();
        }
        String type = ctx.contentType() == null ? "" : ctx.contentType();
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The body, or its beginning where it is longer. Read by hand, since a chunked one declares no
     * length that could be checked first; and once, since a stream cannot be read again.
     */
    static byte[] bytes(Context ctx, int most) {
        byte[] known = ctx.attribute(BODY);
        if (known != null) {
            return known;
        }
        try {
            byte[] body = ctx.req().getInputStream().readNBytes(most + 1);
            ctx.attribute(BODY, body);
            return body;
        } catch (IOException e) {
            throw Problem.badRequest("the body breaks off, or is not as its headers say");
        }
    }

    /**
     * A body that is one JSON object, and nothing after it.
     *
     * @throws Problem.Refused with the place where it is not
     */
    static JsonNode object(String body) {
        JsonNode json = json(body);
        if (!json.isObject()) {
            throw Problem.badRequest("the body must be a JSON object");
        }
        return json;
    }

    /**
     * A body that is JSON, and nothing after it.
     *
     * @throws Problem.Refused with the place where it is not
     */
    static JsonNode json(String body) {
        try {
            return STRICT.readTree(body);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            String place =
                    at == null
                            ? ""
                            : ", at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw Problem.badRequest("not JSON" + place + ": " + e.getOriginalMessage());
        }
    }

    /** Who makes the change, as the login or the token proves it. */
    static String user(Context ctx) {
        return Door.caller(ctx).name();
    }

    /** The same with why, as the header X-Tocsin-Why says. */
    static Author author(Context ctx) {
        String why = ctx.header("X-Tocsin-Why");
        return new Author(
                user(ctx),
                why == null || why.isBlank() ? null : letters(why.strip()),
                Retries.done(ctx));
    }

    /** Letters beyond ASCII stand in a header percent-encoded behind UTF-8'' (RFC 8187). */
    private static String letters(String value) {
        if (!value.startsWith("UTF-8''")) {
            return value;
        }
        try {
            // The plus is a letter here, unlike in a form.
            String escaped = value.substring("UTF-8''".length()).replace("+", "%2B");
            return URLDecoder.decode(escaped, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("X-Tocsin-Why is not percent-encoded: " + e.getMessage());
        }
    }

    /** The parameter {@code limit}, from 1 to 1,000. */
    static int limit(Context ctx, int usual) {
        String limit = ctx.queryParam("limit");
        if (limit == null) {
            return usual;
        }
        if (!limit.matches("\\d{1,4}")
                || Integer.parseInt(limit) < 1
                || Integer.parseInt(limit) > MOST) {
            throw Problem.badRequest("limit is a number from 1 to " + MOST + ", not " + limit);
        }
        return Integer.parseInt(limit);
    }
}
