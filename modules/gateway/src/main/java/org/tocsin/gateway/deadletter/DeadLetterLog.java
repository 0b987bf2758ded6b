package org.tocsin.gateway.deadletter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.tocsin.wire.topic.Topics;

/** Reads {@code news.dead-letters} as it stands. */
public final class DeadLetterLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;

    /** {@code kafka} are client properties with {@code bootstrap.servers}. */
    public DeadLetterLog(Map<String, String> kafka) {
        var properties = new HashMap<String, Object>(kafka);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 20_000);
        consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every dead letter that is there now, a partition after the other, each in order. */
    public void forEach(Consumer<DeadLetter> reader) {
        for (TopicPartition partition : partitions()) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            readToEnd(partition, reader);
        }
    }

    private void readToEnd(TopicPartition partition, Consumer<DeadLetter> reader) {
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        while (consumer.position(partition) < end) {
            consumer.poll(POLL).forEach(record -> reader.accept(DeadLetter.of(record)));
        }
    }

    /** The one at that place; empty when none lies there, or none any more. */
    public Optional<DeadLetter> at(Place place) {
        TopicPartition partition = place.topicPartition();
        if (!partitions().contains(partition)) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, place.offset());
        long start = consumer.beginningOffsets(List.of(partition)).get(partition);
        long end = consumer.endOffsets(List.of(partition)).get(partition);
        if (place.offset() < start) {
            return Optional.empty();
        }
        while (consumer.position(partition) < end) {
            // The place may hold the marker of a transaction: then what comes next is not it.
            for (var record : consumer.poll(POLL)) {
                return Optional.of(DeadLetter.of(record))
                        .filter(letter -> letter.place().equals(place));
            }
        }
        return Optional.empty();
    }

    private List<TopicPartition> partitions() {
        var partitions = new ArrayList<TopicPartition>();
        consumer.partitionsFor(Topics.DEAD_LETTERS.name())
                .forEach(
                        info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        partitions.sort((a, b) -> Integer.compare(a.partition(), b.partition()));
        return partitions;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
