package org.tocsin.gateway.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;

/** Reads a small topic from its beginning to its present end. */
final class TopicLog {

    private static final long FIRST_STRETCH = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofMillis(2);

    private final Settings settings;
    private final AvroSerdes serdes;

    TopicLog(Settings settings, AvroSerdes serdes) {
        this.settings = settings;
        this.serdes = serdes;
    }

    /** All that is committed, oldest first within a partition. */
    <V> List<ConsumerRecord<String, V>> read(Topic<V> topic) {
        var records = new ArrayList<ConsumerRecord<String, V>>();
        read(topic, Long.MAX_VALUE, records::add);
        return records;
    }

    /** The last that is committed on a topic of one partition; null where there is none. */
    <V> V last(Topic<V> topic) {
        // The ends of transactions lie between the records, so a short stretch may hold none.
        for (long stretch = FIRST_STRETCH; ; stretch *= 32) {
            var records = new ArrayList<ConsumerRecord<String, V>>();
            boolean whole = read(topic, stretch, records::add);
            if (whole || !records.isEmpty()) {
                return records.isEmpty() ? null : records.get(records.size() - 1).value();
            }
        }
    }

    /** Hands over the last so many offsets of each partition; true where that is all of them. */
    <V> boolean read(Topic<V> topic, long most, Consumer<ConsumerRecord<String, V>> reader) {
        try (var consumer =
                new KafkaConsumer<>(
                        config(), new StringDeserializer(), serdes.of(topic).deserializer())) {
            var partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(topic.name(), p.partition()))
                            .collect(Collectors.toSet());
            consumer.assign(partitions);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            boolean whole = true;
            for (TopicPartition partition : partitions) {
                long begin = begins.get(partition);
                long from = Math.max(begin, ends.get(partition) - most);
                consumer.seek(partition, from);
                whole &= from == begin;
            }
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("could not read " + topic.name() + " to its end");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
            return whole;
        }
    }

    /**
     * Waits until what a committed transaction has written is read by all: a commit answers before
     * every partition knows of it, and whoever changed a thing may ask for it at once.
     */
    void awaitReadable(List<Future<RecordMetadata>> written) {
        var ends = new HashMap<TopicPartition, Long>();
        for (Future<RecordMetadata> one : written) {
            RecordMetadata metadata = done(one);
            ends.merge(
                    new TopicPartition(metadata.topic(), metadata.partition()),
                    metadata.offset() + 1,
                    Math::max);
        }
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (var consumer =
                new KafkaConsumer<>(
                        config(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            while (consumer.endOffsets(ends.keySet()).entrySet().stream()
                            .anyMatch(end -> end.getValue() < ends.get(end.getKey()))
                    && System.nanoTime() < deadline) {
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static RecordMetadata done(Future<RecordMetadata> committed) {
        try {
            return committed.get();
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        // Closing waits for the fetch under way, which at the end of a topic finds nothing more; a
        // change reads twice, and somebody waits for it.
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
        Ledger.beBrief(config);
        return config;
    }
}
