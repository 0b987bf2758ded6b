package org.tocsin.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.tocsin.core.json.Json;

/** A request, taken apart: method, decoded segments of the path, query, body. */
record Call(String method, List<String> path, String query, byte[] content) {

    /** Far above any schema; a body is held in memory. */
    private static final int LIMIT = 4 << 20;

    static Call of(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        byte[] content = exchange.getRequestBody().readNBytes(LIMIT + 1);
        if (content.length > LIMIT) {
            throw Refusal.badBody("the request is larger than " + LIMIT + " bytes");
        }
        List<String> path =
                Arrays.stream(uri.getRawPath().split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .map(Call::decode)
                        .toList();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        return new Call(exchange.getRequestMethod(), path, query, content);
    }

    /** A plus sign in a path is itself, unlike in a form. */
    private static String decode(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusal.noSuchPlace();
        }
    }

    boolean asks(String flag) {
        return Arrays.asList(query.split("&")).contains(flag + "=true");
    }

    JsonNode body() {
        try {
            JsonNode body = Json.mapper().readTree(content);
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            // The refusal below says what was expected.
        }
        throw Refusal.badBody("the request is not a JSON object");
    }

    /** The Avro schema that the body carries. */
    Schema schema() {
        JsonNode body = body();
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !body.path("schemaType").isNull()) {
            throw Refusal.badSchema("type " + type + " is not supported, only AVRO");
        }
        if (!body.path("references").isEmpty()) {
            throw Refusal.badSchema("references are not supported; send the schema as a whole");
        }
        if (!body.path("schema").isTextual()) {
            throw Refusal.badSchema("the request has no schema");
        }
        return Registrar.parse(body.get("schema").asText());
    }
}
