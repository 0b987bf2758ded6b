package org.tocsin.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The schemas of the description (JSON Schema 2020-12), read strictly: a field that an object's
 * schema does not name is a fault, since clients would come to rely on what nobody described.
 */
final class Schemas {

    private static final String DOCUMENT = "https://tocsin.example/openapi";
    private static final List<String> OPEN =
            List.of("additionalProperties", "unevaluatedProperties");

    private final JsonSchemaFactory factory;
    private final SchemaValidatorsConfig config =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    private final Map<String, JsonSchema> byPointer = new ConcurrentHashMap<>();

    Schemas(Description description) {
        ObjectNode strict = description.document().deepCopy();
        strict.remove("openapi");
        close(strict);
        String text = strict.toString();
        factory =
                JsonSchemaFactory.getInstance(
                        VersionFlag.V202012,
                        builder ->
                                builder.schemaLoaders(
                                        loaders -> loaders.schemas(Map.of(DOCUMENT, text))));
    }

    /** What in the value the schema at that place of the description does not allow. */
    List<String> faults(Description.Place schema, JsonNode value) {
        return byPointer.computeIfAbsent(schema.pointer(), this::schema).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private JsonSchema schema(String pointer) {
        return factory.getSchema(SchemaLocation.of(DOCUMENT + "#" + pointer), config);
    }

    /**
     * Closes objects where they are used, not where they are defined: one that is part of another
     * ({@code allOf}) must let the other's fields pass.
     */
    private static void close(JsonNode node) {
        if (node instanceof ArrayNode array) {
            array.forEach(Schemas::close);
        } else if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(
                            field -> {
                                close(field.getValue());
                                closeUses(field.getKey(), field.getValue());
                            });
        }
    }

    private static void closeUses(String key, JsonNode value) {
        switch (key) {
            case "schema", "items" -> closeUse(value);
            case "oneOf", "anyOf" -> value.forEach(Schemas::closeUse);
            case "properties" -> value.properties().forEach(use -> closeUse(use.getValue()));
            default -> {
                // No place where a schema is used.
            }
        }
    }

    private static void closeUse(JsonNode schema) {
        boolean isOpen = OPEN.stream().anyMatch(schema::has);
        if (schema instanceof ObjectNode use
                && !isOpen
                && (use.has("$ref") || use.has("properties"))) {
            use.put("unevaluatedProperties", false);
        }
    }
}
