package org.tocsin.app.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.json.Json;
import org.tocsin.wire.registry.Compatibility;

/**
 * One record of the topic {@code _schemas}, in Confluent's JSON. The topic is compacted by the
 * bytes of the key, so the order of a key's fields is part of the format.
 */
sealed interface Entry {

    Map<String, Object> key();

    /** Null for a tombstone. */
    Map<String, Object> value();

    /** A version of a subject; {@code schema} is its canonical text. */
    record Version(String subject, int version, int id, String schema, boolean deleted)
            implements Entry {

        Version asDeleted() {
            return new Version(subject, version, id, schema, true);
        }

        @Override
        public Map<String, Object> key() {
            return versionKey(subject, version);
        }

        @Override
        public Map<String, Object> value() {
            return fields(
                    "subject", subject,
                    "version", version,
                    "id", id,
                    "schema", schema,
                    "deleted", deleted);
        }
    }

    /** A version that is gone for good. */
    record VersionGone(String subject, int version) implements Entry {
        @Override
        public Map<String, Object> key() {
            return versionKey(subject, version);
        }

        @Override
        public Map<String, Object> value() {
            return null;
        }
    }

    /** All versions of a subject up to that one are deleted, but not for good. */
    record SubjectDeleted(String subject, int version) implements Entry {
        @Override
        public Map<String, Object> key() {
            return fields("keytype", "DELETE_SUBJECT", "subject", subject, "magic", 0);
        }

        @Override
        public Map<String, Object> value() {
            return fields("subject", subject, "version", version);
        }
    }

    /** The rule of a subject, or of all without one where {@code subject} is null; empty: unset. */
    record Rule(String subject, Optional<Compatibility> rule) implements Entry {
        @Override
        public Map<String, Object> key() {
            return fields("keytype", "CONFIG", "subject", subject, "magic", 0);
        }

        @Override
        public Map<String, Object> value() {
            return rule.map(level -> fields("compatibilityLevel", level.name())).orElse(null);
        }
    }

    /** Nothing; the end of the topic is moved so that a reader can tell that it has read it all. */
    record Noop() implements Entry {
        @Override
        public Map<String, Object> key() {
            return fields("keytype", "NOOP", "magic", 0);
        }

        @Override
        public Map<String, Object> value() {
            return null;
        }
    }

    /** What the bytes say; {@link Noop} for what this registry has no use for. */
    static Entry read(byte[] key, byte[] value) throws IOException {
        JsonNode name = Json.mapper().readTree(key);
        JsonNode body = value == null ? null : Json.mapper().readTree(value);
        String subject = name.path("subject").textValue();
        return switch (name.path("keytype").asText()) {
            case "SCHEMA" ->
                    body == null
                            ? new VersionGone(subject, name.path("version").asInt())
                            : version(subject, body);
            case "DELETE_SUBJECT" ->
                    body == null
                            ? new Noop()
                            : new SubjectDeleted(subject, body.path("version").asInt());
            case "CONFIG" ->
                    new Rule(
                            subject,
                            Optional.ofNullable(body)
                                    .map(b -> b.path("compatibilityLevel").textValue())
                                    .map(Compatibility::valueOf));
            default -> new Noop();
        };
    }

    private static Version version(String subject, JsonNode body) {
        return new Version(
                subject,
                body.path("version").asInt(),
                body.path("id").asInt(),
                body.path("schema").asText(),
                body.path("deleted").asBoolean());
    }

    private static Map<String, Object> versionKey(String subject, int version) {
        return fields("keytype", "SCHEMA", "subject", subject, "version", version, "magic", 1);
    }

    private static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
