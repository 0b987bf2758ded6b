package org.tocsin.wire.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/**
 * The topics described for those who subscribe to them: an AsyncAPI 3.1.0 document, made of the
 * table of topics and the schemas, so that it cannot say anything else than they do.
 *
 * @see <a href="https://www.asyncapi.com/docs/reference/specification/v3.1.0">AsyncAPI 3.1.0</a>
 */
public final class AsyncApi {

    private static final String AVRO = "application/vnd.apache.avro;version=1.9.0";
    private static final String BINDING = "0.5.0";

    /** CloudEvents 1.0 in Kafka's binary content mode: header, and what it holds. */
    private static final Map<String, String> CLOUD_EVENT =
            new TreeMap<>(
                    Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", "The alert's id",
                            "ce_type", "org.tocsin.alert. and the kind in lower case",
                            "ce_source", "/watchlists/ and the watchlist's id",
                            "ce_subject", "The thread's id",
                            "ce_time", "The alert's time"));

    private AsyncApi() {}

    /** The document as indented JSON, the same whenever it is made. */
    public static String document() {
        ObjectNode document = Json.mapper().createObjectNode();
        document.put("asyncapi", "3.1.0");
        describe(document.putObject("info"));
        describeServer(document.putObject("servers").putObject("local"));
        document.put("defaultContentType", "application/octet-stream");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        for (Topic<?> topic : Topics.all()) {
            add(topic, channels, operations);
        }
        addRoutes(channels, operations);
        ObjectNode messages = document.putObject("components").putObject("messages");
        for (Topic<?> topic : Topics.all()) {
            if (!messages.has(message(topic))) {
                describe(topic, messages.putObject(message(topic)));
            }
        }
        return printed(document);
    }

    private static void describe(ObjectNode info) {
        info.put("title", "Tocsin");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "What Tocsin writes to Kafka and reads there. Values are Avro in Confluent's wire"
                        + " format. news.alerts is meant for subscribers.");
        info.putObject("license").put("name", "Apache-2.0");
    }

    private static void describeServer(ObjectNode server) {
        server.put("host", "localhost:9092");
        server.put("protocol", "kafka");
        server.put("description", "The broker of ./tocsin demo and of docker-compose.yml");
        server.putObject("bindings")
                .putObject("kafka")
                .put("schemaRegistryUrl", "http://localhost:8081")
                .put("schemaRegistryVendor", "confluent")
                .put("bindingVersion", BINDING);
    }

    private static void add(Topic<?> topic, ObjectNode channels, ObjectNode operations) {
        String name = camel(topic.name());
        ObjectNode channel = channels.putObject(name);
        channel.put("address", topic.name());
        String message = message(topic);
        channel.putObject("messages").set(message, reference("/components/messages/" + message));
        channel.putObject("bindings").set("kafka", binding(topic));
        ObjectNode operation = operations.putObject("write" + capital(name));
        operation.put("action", "send");
        operation.set("channel", reference("/channels/" + name));
    }

    private static ObjectNode binding(Topic<?> topic) {
        ObjectNode kafka = Json.mapper().createObjectNode();
        if (topic.partitions() != Topic.AS_SET) {
            kafka.put("partitions", topic.partitions());
        }
        ObjectNode configuration = kafka.putObject("topicConfiguration");
        configuration
                .putArray(TopicConfig.CLEANUP_POLICY_CONFIG)
                .add(topic.compacted() ? "compact" : "delete");
        if (!topic.compacted()) {
            configuration.put(TopicConfig.RETENTION_MS_CONFIG, topic.retention().toMillis());
        }
        return kafka.put("bindingVersion", BINDING);
    }

    private static void addRoutes(ObjectNode channels, ObjectNode operations) {
        Topic<Alert> any = Topics.alertsTo("route");
        add(any, channels, operations);
        ((ObjectNode) channels.get(camel(any.name())))
                .put("address", Topics.ALERTS.name() + ".{route}")
                .putObject("parameters")
                .putObject("route")
                .put("description", "What the watchlist's route says");
    }

    private static void describe(Topic<?> topic, ObjectNode message) {
        message.put("name", message(topic));
        ObjectNode kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", topic.key());
        if (topic.isAvro()) {
            Schema schema = RecordMapping.of(topic.type()).schema();
            message.put("summary", schema.getDoc());
            message.put("contentType", "application/vnd.confluent.avro");
            ObjectNode payload = message.putObject("payload");
            payload.put("schemaFormat", AVRO);
            payload.set("schema", parsed(schema));
            kafka.put("schemaIdLocation", "payload");
            kafka.put("schemaIdPayloadEncoding", "confluent");
            kafka.put("schemaLookupStrategy", "TopicNameStrategy");
        } else {
            message.put("summary", "What could not be processed, as found; the reason in headers.");
        }
        kafka.put("bindingVersion", BINDING);
        if (topic.isForSubscribers()) {
            ObjectNode headers = message.putObject("headers").put("type", "object");
            ObjectNode properties = headers.putObject("properties");
            CLOUD_EVENT.forEach(
                    (name, what) ->
                            properties
                                    .putObject(name)
                                    .put("type", "string")
                                    .put("description", what));
            headers.putArray("required").add("ce_specversion").add("ce_id").add("ce_type");
        }
    }

    private static JsonNode parsed(Schema schema) {
        try {
            return Json.mapper().readTree(schema.toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String printed(ObjectNode document) {
        try {
            return Json.mapper()
                            .writer()
                            .with(SerializationFeature.INDENT_OUTPUT)
                            .writeValueAsString(document)
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode reference(String path) {
        return Json.mapper().createObjectNode().put("$ref", "#" + path);
    }

    private static String message(Topic<?> topic) {
        return topic.isAvro() ? topic.type().getSimpleName() : "Unprocessed";
    }

    /** {@code news.alerts.current} as newsAlertsCurrent: names in a document have no dots. */
    private static String camel(String name) {
        var parts = List.of(name.split("[.-]"));
        var camel = new StringBuilder(parts.get(0));
        parts.subList(1, parts.size()).forEach(part -> camel.append(capital(part)));
        return camel.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
