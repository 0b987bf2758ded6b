package org.tocsin.app.deadletter;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Which dead letters were put back by a replay of all; looked up once a topic. */
public final class Replayed {

    private final Map<String, String> kafka;
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> reached = new HashMap<>();

    /** {@code kafka} are client properties with {@code bootstrap.servers}. */
    public Replayed(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    /** The consumer group that stands for the replays of what came from that topic. */
    static String groupOf(String topic) {
        return "tocsin-replay-" + topic;
    }

    /** What a producer says to commit that group's offsets: nobody ever joins it. */
    static ConsumerGroupMetadata membership(String group, Map<String, String> kafka) {
        var properties = new HashMap<String, Object>(kafka);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        try (var consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            return consumer.groupMetadata();
        }
    }

    public boolean contains(DeadLetter letter) {
        if (letter.topic() == null) {
            return false;
        }
        OffsetAndMetadata next =
                reached.computeIfAbsent(letter.topic(), this::lookUp)
                        .get(letter.place().topicPartition());
        return next != null && letter.place().offset() < next.offset();
    }

    private Map<TopicPartition, OffsetAndMetadata> lookUp(String topic) {
        try (var admin = Admin.create(Map.copyOf(kafka))) {
            return admin.listConsumerGroupOffsets(groupOf(topic))
                    .partitionsToOffsetAndMetadata()
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
