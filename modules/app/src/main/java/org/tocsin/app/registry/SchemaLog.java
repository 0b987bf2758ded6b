package org.tocsin.app.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.json.Json;

/**
 * The topic {@code _schemas}: one partition, compacted, written by one registry at a time. What is
 * appended is on the broker's disk when {@link #append} returns.
 */
final class SchemaLog implements AutoCloseable {

    static final String TOPIC = "_schemas";

    private static final Logger LOG = LoggerFactory.getLogger(SchemaLog.class);
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, ?> kafka;
    private final KafkaProducer<byte[], byte[]> producer;

    SchemaLog(Map<String, ?> kafka) {
        this.kafka = kafka;
        var producing = new HashMap<String, Object>(kafka);
        producing.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        producing.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        producing.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        this.producer =
                new KafkaProducer<>(
                        producing, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Reads all that was ever appended and not compacted away, oldest first. */
    void replay(Consumer<Entry> reader) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(Map.copyOf(kafka), bytes, bytes)) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION), PATIENCE).get(PARTITION);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(PARTITION) < end) {
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException(TOPIC + " could not be read to its end");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(each -> read(each, reader));
            }
        }
    }

    private static void read(ConsumerRecord<byte[], byte[]> each, Consumer<Entry> reader) {
        try {
            reader.accept(Entry.read(each.key(), each.value()));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} offset {} is no entry of a registry: skipped", TOPIC, each.offset());
        }
    }

    void append(Entry entry) {
        byte[] value = entry.value() == null ? null : bytes(entry.value());
        try {
            producer.send(new ProducerRecord<>(TOPIC, 0, bytes(entry.key()), value)).get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot write to " + TOPIC, e.getCause());
        }
    }

    private static byte[] bytes(Map<String, Object> fields) {
        return Json.line(fields).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
