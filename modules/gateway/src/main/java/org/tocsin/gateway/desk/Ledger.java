package org.tocsin.gateway.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.json.Json;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topic;
import org.tocsin.wire.topic.Topics;

/** Objects kept on compacted topics, and the audit of their changes. */
final class Ledger {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Settings settings;
    private final AvroSerdes serdes;
    private final Clock clock;

    Ledger(Settings settings, AvroSerdes serdes, Clock clock) {
        this.settings = settings;
        this.serdes = serdes;
        this.clock = clock;
    }

    /** An object before and after; null where it was or is not there. */
    record Change<V>(String key, V before, V after, int version) {

        AuditEntry.Action action() {
            if (before == null) {
                return AuditEntry.Action.CREATED;
            }
            return after == null ? AuditEntry.Action.DELETED : AuditEntry.Action.CHANGED;
        }
    }

    /** All changes and their audit in one transaction: nobody sees one without the other. */
    <V> void write(Topic<V> topic, String kind, String by, List<Change<V>> changes) {
        if (changes.isEmpty()) {
            return;
        }
        try (var producer = new KafkaProducer<String, byte[]>(producerConfig())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (Change<V> change : changes) {
                producer.send(record(topic, change.key(), change.after()));
                producer.send(record(Topics.AUDIT, change.key(), audit(kind, by, change)));
            }
            producer.commitTransaction();
        }
    }

    private <V> ProducerRecord<String, byte[]> record(Topic<V> topic, String key, V value) {
        byte[] bytes =
                value == null ? null : serdes.of(topic).serializer().serialize(topic.name(), value);
        return new ProducerRecord<>(topic.name(), null, clock.millis(), key, bytes);
    }

    private AuditEntry audit(String kind, String by, Change<?> change) {
        return new AuditEntry(
                change.key(),
                kind,
                change.action(),
                change.version(),
                by,
                clock.instant(),
                change.before() == null ? null : Json.line(change.before()),
                change.after() == null ? null : Json.line(change.after()));
    }

    /** The live objects of a compacted topic by key, in the order of their last change. */
    <V> Map<String, V> current(Topic<V> topic) {
        var current = new LinkedHashMap<String, V>();
        for (var record : read(topic)) {
            current.remove(record.key());
            if (record.value() != null) {
                current.put(record.key(), record.value());
            }
        }
        return current;
    }

    /** What was done to objects of that kind, oldest first. */
    List<AuditEntry> history(String kind) {
        return read(Topics.AUDIT).stream()
                .map(ConsumerRecord::value)
                .filter(entry -> entry != null && entry.kind().equals(kind))
                .toList();
    }

    /** Everything on a topic up to its present end. */
    private <V> List<ConsumerRecord<String, V>> read(Topic<V> topic) {
        var records = new ArrayList<ConsumerRecord<String, V>>();
        try (var consumer =
                new KafkaConsumer<>(
                        consumerConfig(),
                        new StringDeserializer(),
                        serdes.of(topic).deserializer())) {
            var partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(p -> new TopicPartition(topic.name(), p.partition()))
                            .collect(Collectors.toSet());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("could not read " + topic.name() + " to its end");
                }
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }

    private Map<String, Object> consumerConfig() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
        return config;
    }

    private Map<String, Object> producerConfig() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        // Nobody takes this writer's place, so nobody needs to know its name.
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "tocsin-desk-" + UUID.randomUUID());
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return config;
    }
}
