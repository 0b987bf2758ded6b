package org.tocsin.wire.avro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.apache.avro.Schema;
import org.tocsin.core.json.Json;

/**
 * Reads the contract's schemas. A file may name types of other files ({@code org.tocsin.Article});
 * what comes out is self-contained, as it must be to be registered.
 */
final class Schemas {

    private static final String NAMESPACE = "org.tocsin.";

    private Schemas() {}

    /** The schema in {@code schemas/<name>.avsc}; empty when there is no such file. */
    static Optional<Schema> named(String name) {
        if (Schemas.class.getResource(resource(name)) == null) {
            return Optional.empty();
        }
        var parser = new Schema.Parser();
        load(NAMESPACE + name, parser);
        return Optional.of(parser.getTypes().get(NAMESPACE + name));
    }

    /** Avro wants a name to be known before it is used, so what a file names is loaded first. */
    private static void load(String fullName, Schema.Parser parser) {
        if (parser.getTypes().containsKey(fullName)) {
            return;
        }
        JsonNode json = read(fullName.substring(NAMESPACE.length()));
        loadReferences(json, parser);
        parser.parse(json.toString());
    }

    private static void loadReferences(JsonNode type, Schema.Parser parser) {
        if (type.isTextual() && type.asText().startsWith(NAMESPACE)) {
            load(type.asText(), parser);
        } else if (type.isArray()) {
            type.forEach(branch -> loadReferences(branch, parser));
        } else if (type.isObject()) {
            loadReferences(type.path("type"), parser);
            loadReferences(type.path("items"), parser);
            loadReferences(type.path("values"), parser);
            type.path("fields").forEach(field -> loadReferences(field.path("type"), parser));
        }
    }

    private static JsonNode read(String name) {
        try (InputStream file = Schemas.class.getResourceAsStream(resource(name))) {
            if (file == null) {
                throw new IllegalStateException("no schema " + resource(name));
            }
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(resource(name), e);
        }
    }

    private static String resource(String name) {
        return "/schemas/" + name + ".avsc";
    }
}
