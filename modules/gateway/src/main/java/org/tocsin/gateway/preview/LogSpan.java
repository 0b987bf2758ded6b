package org.tocsin.gateway.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;

/**
 * What a topic has of a span of time, such as tellings, as the log has them: in order within a
 * partition, and between partitions by their time, as the stream takes them.
 */
final class LogSpan<V> {

    /**
     * Tellings of a partition that wait for those of others; then it is not read on for a while.
     */
    private static final int AHEAD = 1_000;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topic<V> topic;
    private final Settings settings;
    private final Deserializer<V> values;

    LogSpan(Settings settings, AvroSerdes serdes, Topic<V> topic) {
        this.topic = topic;
        this.settings = settings;
        this.values = serdes.of(topic).deserializer();
    }

    /** Takes tellings; says false when it wants no more. */
    interface Listener<V> {
        boolean take(int partition, V value);

        /** Whether it wants what has that key and these bytes: what not is never decoded. */
        default boolean wants(String key, byte[] value) {
            return true;
        }

        /** Asked now and then, also where nothing is told that is wanted. */
        default boolean goesOn() {
            return true;
        }
    }

    /** Tells everything that was written between these times and stands in the log now. */
    void read(Instant from, Instant to, Listener<V> listener) {
        try (var consumer = new KafkaConsumer<String, byte[]>(config())) {
            new Reading(consumer, from, to, listener).tell();
        }
    }

    private Map<String, Object> config() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, AHEAD);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return config;
    }

    /** One pass over the partitions that have anything to tell of the span. */
    private final class Reading {

        private final KafkaConsumer<String, byte[]> consumer;
        private final Listener<V> listener;
        private final long until;
        private long lastHeard = System.nanoTime();
        private final Map<TopicPartition, Long> ends;
        private final Map<TopicPartition, Deque<ConsumerRecord<String, byte[]>>> waiting =
                new TreeMap<>(Comparator.comparingInt(TopicPartition::partition));

        Reading(
                KafkaConsumer<String, byte[]> consumer,
                Instant from,
                Instant to,
                Listener<V> listener) {
            this.consumer = consumer;
            this.listener = listener;
            this.until = to.toEpochMilli();
            List<TopicPartition> all =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            var begins =
                    consumer.offsetsForTimes(
                            all.stream()
                                    .collect(Collectors.toMap(p -> p, p -> from.toEpochMilli())));
            begins.values().removeIf(Objects::isNull);
            consumer.assign(begins.keySet());
            begins.forEach((partition, begin) -> consumer.seek(partition, begin.offset()));
            ends = consumer.endOffsets(begins.keySet());
            begins.keySet().forEach(partition -> waiting.put(partition, new ArrayDeque<>()));
        }

        void tell() {
            boolean wanted = true;
            while (wanted && !waiting.isEmpty() && listener.goesOn()) {
                fill();
                while (wanted && !waiting.isEmpty() && areAllKnown()) {
                    wanted = tellNext();
                }
            }
        }

        private void fill() {
            var polled = consumer.poll(POLL);
            if (!polled.isEmpty()) {
                lastHeard = System.nanoTime();
            } else if (System.nanoTime() - lastHeard > PATIENCE.toNanos()) {
                throw new TimeoutException("nothing came of " + waiting.keySet());
            }
            for (var record : polled) {
                var partition = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.get(partition)
                        && record.timestamp() <= until
                        && listener.wants(record.key(), record.value())) {
                    waiting.get(partition).add(record);
                }
            }
            waiting.forEach(
                    (partition, records) -> {
                        if (records.size() >= AHEAD) {
                            consumer.pause(List.of(partition));
                        } else {
                            consumer.resume(List.of(partition));
                        }
                    });
            dropFinished();
        }

        private void dropFinished() {
            waiting.entrySet()
                    .removeIf(
                            entry -> {
                                boolean over =
                                        entry.getValue().isEmpty()
                                                && consumer.position(entry.getKey())
                                                        >= ends.get(entry.getKey());
                                if (over) {
                                    consumer.pause(List.of(entry.getKey()));
                                }
                                return over;
                            });
        }

        /** Only then it is known whose telling is the next. */
        private boolean areAllKnown() {
            return waiting.values().stream().noneMatch(Deque::isEmpty);
        }

        private boolean tellNext() {
            var next =
                    waiting.values().stream()
                            .min(Comparator.comparingLong(records -> records.peek().timestamp()))
                            .orElseThrow()
                            .poll();
            dropFinished();
            V telling = telling(next);
            return telling == null || listener.take(next.partition(), telling);
        }

        /** Null for what cannot be decoded, which is told nowhere else either. */
        private V telling(ConsumerRecord<String, byte[]> record) {
            try {
                return values.deserialize(record.topic(), record.headers(), record.value());
            } catch (SerializationException e) {
                return null;
            }
        }
    }
}
