package org.tocsin.wire.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.tocsin.core.json.Json;

/** A registry behind Confluent's REST API. Every call asks a server: see {@link CachedRegistry}. */
public final class RestRegistry implements Registry {

    private final RegistryHttp http;
    private final String normalize;

    public RestRegistry(RegistryConfig config) {
        this.http = RegistryHttp.of(config);
        this.normalize = config.getBoolean(RegistryConfig.NORMALIZE) ? "?normalize=true" : "";
    }

    /**
     * {@inheritDoc}
     *
     * <p>Some registries (Apicurio 2) answer 409, as for an incompatible schema, when two clients
     * register the same one at once. The loser then finds what the winner registered.
     */
    @Override
    public int register(String subject, Schema schema) {
        try {
            JsonNode answer = http.post(path(subject) + "/versions" + normalize, body(schema));
            return http.number(answer, "id");
        } catch (RegistryRefusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
            return idAfterAll(subject, schema, refusal);
        }
    }

    private int idAfterAll(String subject, Schema schema, RegistryRefusal refusal) {
        try {
            return idOf(subject, schema);
        } catch (RegistryRefusal notThere) {
            throw refusal;
        }
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return http.number(http.post(path(subject) + normalize, body(schema)), "id");
    }

    @Override
    public Registered latest(String subject) {
        JsonNode answer = http.get(path(subject) + "/versions/latest");
        return new Registered(http.number(answer, "id"), parse(answer));
    }

    @Override
    public Schema schema(int id) {
        return parse(http.get("/schemas/ids/" + id));
    }

    @Override
    public void setCompatibility(String subject, Compatibility rule) {
        http.put("/config/" + encode(subject), Json.line(Map.of("compatibility", rule.name())));
    }

    private static String path(String subject) {
        return "/subjects/" + encode(subject);
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String body(Schema schema) {
        return Json.line(Map.of("schema", schema.toString()));
    }

    private Schema parse(JsonNode answer) {
        if (answer.hasNonNull("schemaType") && !answer.get("schemaType").asText().equals("AVRO")) {
            throw http.garbage("a schema of type " + answer.get("schemaType").asText());
        }
        try {
            return new Schema.Parser().parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw http.garbage("a schema that is not Avro: " + e.getMessage());
        }
    }
}
