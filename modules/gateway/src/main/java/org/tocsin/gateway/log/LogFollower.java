package org.tocsin.gateway.log;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/**
 * Reads topics in full on a thread of its own, without a consumer group: every instance of the
 * gateway sees every record. What cannot be decoded is counted and passed over; while the broker or
 * the registry is away, it waits and goes on where it stood.
 */
public final class LogFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long PAUSE_MILLIS = 1_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Followed<?>> followed;
    private final Map<TopicPartition, Long> unread = new HashMap<>();
    private final AtomicLong undecodable = new AtomicLong();
    private final Thread thread = new Thread(this::run, "gateway-log");

    private volatile boolean closed;
    private volatile boolean caughtUp;
    private volatile String trouble;

    public LogFollower(Settings settings, AvroSerdes serdes, List<Source<?>> sources) {
        this.consumer = new KafkaConsumer<>(config(settings));
        this.followed =
                sources.stream()
                        .collect(Collectors.toMap(s -> s.topic().name(), s -> followed(s, serdes)));
    }

    private static <V> Followed<V> followed(Source<V> source, AvroSerdes serdes) {
        return new Followed<>(source, serdes.of(source.topic()).deserializer());
    }

    /** A source with what reads its records: made once, as it remembers the schemas it has met. */
    private record Followed<V>(Source<V> source, Deserializer<V> values) {}

    private Source<?> source(TopicPartition partition) {
        return followed.get(partition.topic()).source();
    }

    private static Map<String, Object> config(Settings settings) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
        return config;
    }

    public void start() {
        thread.start();
    }

    /** Whether all that stood in the log at the start was read, and nothing is amiss now. */
    public boolean isCaughtUp() {
        return caughtUp && trouble == null && thread.isAlive();
    }

    /** How it stands, in words for an operator. */
    public String detail() {
        String amiss = trouble;
        return amiss != null ? amiss : caughtUp ? "following the log" : "reading the log";
    }

    /** How many records could not be decoded. */
    public long undecodable() {
        return undecodable.get();
    }

    private void run() {
        boolean assigned = false;
        while (!closed) {
            try {
                if (!assigned) {
                    assign();
                    assigned = true;
                }
                read();
                trouble = null;
            } catch (WakeupException e) {
                // close() woke us; the loop's condition ends it.
            } catch (RuntimeException e) {
                pause(e);
            }
        }
        consumer.close();
    }

    private void pause(RuntimeException e) {
        trouble = "cannot read the log: " + e.getMessage();
        LOG.warn("cannot read the log, trying again", e);
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        }
    }

    private void assign() {
        Set<TopicPartition> all = new HashSet<>();
        for (String topic : followed.keySet()) {
            consumer.partitionsFor(topic)
                    .forEach(p -> all.add(new TopicPartition(topic, p.partition())));
        }
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(all);
        Map<TopicPartition, Long> ends = consumer.endOffsets(all);
        consumer.assign(all);
        all.forEach(
                partition -> {
                    long begin = begins.get(partition);
                    long end = ends.get(partition);
                    long last = source(partition).last();
                    long first = last > end - begin ? begin : end - last;
                    consumer.seek(partition, first);
                    Source.Bounds bounds = source(partition).bounds();
                    bounds.startsAt(partition.partition(), first);
                    bounds.endsAt(partition.partition(), end);
                    unread.put(partition, end);
                });
    }

    private void read() {
        var records = consumer.poll(POLL);
        var pending = new ArrayDeque<>(records.partitions());
        while (!pending.isEmpty()) {
            tellEnd(pending.peek());
            for (ConsumerRecord<String, byte[]> record : records.records(pending.peek())) {
                try {
                    hand(followed.get(record.topic()), record);
                } catch (RetriableException e) {
                    // The registry is away: nothing is passed over, all of it is read again.
                    consumer.seek(pending.remove(), record.offset());
                    pending.forEach(
                            other -> consumer.seek(other, records.records(other).get(0).offset()));
                    throw e;
                }
            }
            pending.remove();
        }
        if (!caughtUp) {
            unread.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            caughtUp = unread.isEmpty();
        }
    }

    /** As the broker's last answer had it; asks nobody. */
    private void tellEnd(TopicPartition partition) {
        consumer.currentLag(partition)
                .ifPresent(
                        lag ->
                                source(partition)
                                        .bounds()
                                        .endsAt(
                                                partition.partition(),
                                                consumer.position(partition) + lag));
    }

    private <V> void hand(Followed<V> from, ConsumerRecord<String, byte[]> record) {
        V value;
        try {
            value = from.values().deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            undecodable.incrementAndGet();
            LOG.warn(
                    "passed over a record; topic={} partition={} offset={} reason={}",
                    record.topic(),
                    record.partition(),
                    record.offset(),
                    e.getMessage());
            return;
        }
        from.source().sink().take(record, value);
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(3_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
