package org.tocsin.app.deliver;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.embedded.EmbeddedPlatform;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.Gateway;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** A broker, a registry and any number of gateways, and alerts that the test rings itself. */
final class Station implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMinutes(3);

    private final EmbeddedPlatform platform;
    private final KafkaProducer<String, byte[]> producer;
    private final AvroSerdes serdes;
    private final List<Gateway> gateways = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Station(Path folder, Map<String, String> more) throws CannotStart {
        var environment = new HashMap<>(more);
        environment.put("TOCSIN_DATA", folder.toString());
        environment.put("TOCSIN_EMBEDDED_KAFKA_PORT", "0");
        environment.put("TOCSIN_EMBEDDED_REGISTRY_PORT", "0");
        environment.put("TOCSIN_HTTP_PORT", "0");
        environment.put("TOCSIN_DELIVER_ALLOW", "127.0.0.1");
        platform = EmbeddedPlatform.start(Settings.from(environment));
        serdes = new AvroSerdes(platform.settings().registry());
        producer =
                new KafkaProducer<>(
                        Map.copyOf(platform.settings().kafka()),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    Gateway open() {
        return open(Map.of());
    }

    /** With these settings beside those of the others. */
    Gateway open(Map<String, String> more) {
        var environment = new HashMap<>(more);
        environment.put("TOCSIN_HTTP_PORT", "0");
        environment.put("TOCSIN_DELIVER_ALLOW", "127.0.0.1");
        Settings shared = platform.settings();
        environment.put("TOCSIN_KAFKA_BOOTSTRAP_SERVERS", shared.kafka().get("bootstrap.servers"));
        environment.put("TOCSIN_SCHEMA_REGISTRY_URL", shared.registry().get("schema.registry.url"));
        Settings settings = more.isEmpty() ? shared : Settings.from(environment);
        var own = new AvroSerdes(settings.registry());
        var gateway = new Gateway(settings, own, Clock.systemUTC());
        gateways.add(gateway);
        await(gateway::isReady);
        return gateway;
    }

    /** As the log has it. */
    Subscriber subscriber(String id) {
        Subscriber[] last = {null};
        try (var consumer =
                new KafkaConsumer<>(
                        Map.<String, Object>copyOf(platform.settings().kafka()),
                        new StringDeserializer(),
                        serdes.of(Topics.SUBSCRIBERS).deserializer())) {
            var partition = new TopicPartition(Topics.SUBSCRIBERS.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(
                                record ->
                                        last[0] =
                                                id.equals(record.key()) ? record.value() : last[0]);
            }
        }
        return last[0];
    }

    void close(Gateway gateway) {
        gateways.remove(gateway);
        gateway.close();
    }

    /** Rings, on the partition of its thread. */
    void ring(String id, String watchlist) {
        var alert =
                new Alert(
                        id,
                        "thread-" + id,
                        1,
                        watchlist,
                        1,
                        Alert.Kind.NEW,
                        Severity.HIGH,
                        Instant.now(),
                        "article",
                        "story",
                        List.of("article"),
                        1,
                        "Ferry & <port> strike ends",
                        List.of());
        byte[] value = serdes.of(Topics.ALERTS).serializer().serialize("news.alerts", alert);
        try {
            producer.send(new ProducerRecord<>("news.alerts", alert.thread(), value)).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> send(Gateway gateway, String method, String path, String json)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(json));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Subscribes, waits until every gateway knows, and returns the secret. */
    String subscribe(Gateway gateway, String json) throws IOException, InterruptedException {
        var answer = send(gateway, "POST", "/api/v1/subscribers", json);
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.body());
        }
        var made = Json.mapper().readTree(answer.body());
        String id = made.at("/subscriber/id").asText();
        gateways.forEach(each -> await(() -> at(each, "/api/v1/subscribers/" + id).has("id")));
        return made.path("secret").asText();
    }

    com.fasterxml.jackson.databind.JsonNode at(Gateway gateway, String path) {
        try {
            return Json.mapper().readTree(send(gateway, "GET", path, "").body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + DEADLINE);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        gateways.forEach(Gateway::close);
        producer.close();
        platform.close();
    }
}
