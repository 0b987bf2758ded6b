package org.tocsin.ingestor;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.tocsin.ingestor.follow.FeedFollower;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.push.Pushes;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** The ingestor's Kafka clients, all of one installation and one instance of it. */
final class KafkaClients {

    static final String GROUP = "tocsin-ingest";

    private final Settings settings;

    KafkaClients(Settings settings) {
        this.settings = settings;
    }

    /** Joins the group on behalf of that schedule and those pens. */
    FeedFollower follower(AvroSerdes serdes, Schedule schedule, VisitPublisher publisher) {
        return new FeedFollower(
                feeds(), new KafkaConsumer<>(consumer()), serdes, schedule, publisher);
    }

    /** Reads a topic in full, as every instance does for itself. */
    KafkaConsumer<String, byte[]> reader() {
        return new KafkaConsumer<>(consumer());
    }

    /** What carries pushes from whoever receives them to whoever owns their feeds. */
    Pushes.Carriers carriers(AvroSerdes serdes) {
        return new Pushes.Carriers(this::pushReader, this::pushWriter, serdes);
    }

    private KafkaConsumer<String, byte[]> pushReader() {
        Map<String, Object> config = consumer();
        // For positions alone: partitions go with those of the feeds.
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP + "-pushes");
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
        return new KafkaConsumer<>(config);
    }

    /** A hub waits for its answer, and tells again what it heard none about. */
    private KafkaProducer<String, byte[]> pushWriter() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // What is told twice is known by its ids; a sequence that breaks would need a new producer.
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, false);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 3_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 8L << 20);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        return new KafkaProducer<>(config);
    }

    private KafkaConsumer<String, byte[]> feeds() {
        Map<String, Object> config = consumer();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_500);
        // A newcomer takes its share only; the others go on with theirs meanwhile.
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        settings.instance()
                .ifPresent(name -> config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name));
        return new KafkaConsumer<>(config);
    }

    /** The pen of a partition of feeds: by its name whoever takes it fences the last holder. */
    KafkaProducer<String, byte[]> pen(int partition) {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
        config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, GROUP + "-" + partition);
        // Readers wait for a transaction that its writer's death left open, so it ends soon.
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 9_000);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 16L << 20);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        // The first batch of a transaction adds its partition; one that overtakes it is refused.
        config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return new KafkaProducer<>(config);
    }

    private Map<String, Object> consumer() {
        var config = new HashMap<String, Object>(settings.kafka());
        config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        // State is rebuilt from the start each time; an offset would only hide feeds.
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        return config;
    }
}
