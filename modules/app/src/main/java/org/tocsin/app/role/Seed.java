package org.tocsin.app.role;

import java.util.HashMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.wire.topic.Topic;

/** Writes the first records of a new installation. */
final class Seed {

    private final Foundation foundation;

    Seed(Foundation foundation) {
        this.foundation = foundation;
    }

    <V> void plant(Topic<V> topic, String key, V value) {
        var kafka = new HashMap<String, Object>(foundation.settings().kafka());
        try (var producer =
                new KafkaProducer<>(
                        kafka,
                        new StringSerializer(),
                        foundation.serdes().of(topic).serializer())) {
            producer.send(new ProducerRecord<>(topic.name(), key, value));
            producer.flush();
        }
    }
}
