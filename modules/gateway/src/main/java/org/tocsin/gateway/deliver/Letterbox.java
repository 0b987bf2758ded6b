package org.tocsin.gateway.deliver;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.utils.Utils;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/** Deliveries as records: each in the partition of its subscriber, whoever writes it. */
record Letterbox(AvroSerdes serdes, int partitions) {

    ProducerRecord<String, byte[]> record(Delivery delivery) {
        String topic = Topics.DELIVERIES.name();
        byte[] value = serdes.of(Topics.DELIVERIES).serializer().serialize(topic, delivery);
        return new ProducerRecord<>(
                topic, partitionOf(delivery.subscriber()), delivery.key(), value);
    }

    ProducerRecord<String, byte[]> cleared(String key) {
        int partition = partitionOf(Backlog.subscriberOf(key));
        return new ProducerRecord<>(Topics.DELIVERIES.name(), partition, key, null);
    }

    int partitionOf(String subscriber) {
        byte[] id = subscriber.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(id)) % partitions;
    }
}
