package org.tocsin.app.pipeline;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.app.embedded.CannotStart;
import org.tocsin.app.role.AllRole;
import org.tocsin.app.role.Ensemble;
import org.tocsin.app.role.Foundation;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.TopicAdmin;

/** A whole running system on a platform, and the hand that configures it. */
final class Installation implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Foundation foundation;
    private Ensemble ensemble;

    Installation(Platform platform, Path data) throws CannotStart {
        foundation = Foundation.own(platform.environment(data));
    }

    /** Starts every part; returns when records flow. */
    void start() throws CannotStart, InterruptedException {
        ensemble = AllRole.start(foundation, Clock.systemUTC(), AddressGuard.allowingLoopback());
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!ensemble.isReady()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not ready after " + PATIENCE);
            }
            Thread.sleep(50);
        }
    }

    void stop() {
        if (ensemble != null) {
            ensemble.close();
            ensemble = null;
        }
    }

    boolean isLive() {
        return ensemble.isLive();
    }

    Settings settings() {
        return foundation.settings();
    }

    void createTopic(Topic<?> topic) {
        try (var admin = new TopicAdmin(settings())) {
            admin.apply(List.of(topic));
        }
    }

    <V> void put(Topic<V> topic, String key, V value) {
        put(topic.name(), key, value, foundation.serdes().of(topic).serializer());
    }

    void putRaw(Topic<?> topic, String key, byte[] value) {
        put(topic.name(), key, value, new ByteArraySerializer());
    }

    private <V> void put(String topic, String key, V value, Serializer<V> serializer) {
        var kafka = new HashMap<String, Object>(settings().kafka());
        try (var producer = new KafkaProducer<>(kafka, new StringSerializer(), serializer)) {
            producer.send(new ProducerRecord<>(topic, key, value));
            producer.flush();
        }
    }

    Stranger stranger() {
        return new Stranger(
                settings().kafka().get("bootstrap.servers"),
                settings().registry().get("schema.registry.url"));
    }

    @Override
    public void close() {
        stop();
        foundation.close();
    }
}
