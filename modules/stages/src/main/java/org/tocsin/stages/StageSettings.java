package org.tocsin.stages;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.tocsin.wire.settings.Settings;
import org.tocsin.wire.topic.Topics;

/** How a stage runs on Kafka Streams: the same in production and in the tests of topologies. */
final class StageSettings {

    private static final String APPLICATION_PREFIX = "tocsin-";

    /** A member that was killed is missed this long before another takes its partitions. */
    private static final int SESSION_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 1_500;

    private static final int BATCH_BYTES = 1 << 18;

    private StageSettings() {}

    static Properties of(String stage, Settings settings) {
        var properties = new Properties();
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_PREFIX + stage);
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDir().toString());
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.streamsThreads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, settings.commitInterval().toMillis());
        settings.replicationFactor()
                .ifPresent(
                        factor ->
                                properties.put(
                                        StreamsConfig.REPLICATION_FACTOR_CONFIG, (int) factor));
        settings.instance().ifPresent(instance -> staticMember(properties, instance));
        exactlyOnce(properties);
        deadLetters(properties);
        state(properties);
        return properties;
    }

    /** The stage that runs under that application id. */
    static String stageOf(String applicationId) {
        return applicationId.substring(APPLICATION_PREFIX.length());
    }

    private static void exactlyOnce(Properties properties) {
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // Streams waits up to 100 ms to fill a batch; an alert should not.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 2);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // Articles are kilobytes: a default batch holds a handful, and each batch costs both sides
        // far more than a record does.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        // If the first batch of a transaction is refused (see below), those behind it are all
        // refused for their order and sent again.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION),
                1);
        // The first records of a transaction are refused while the markers of the one before are
        // still being written; with the default of 100 ms each such commit cost as much again.
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), 5);
        // A dead producer's open transaction holds back every reader of what came after it.
        properties.put(
                StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), 10_000);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    }

    /**
     * An instance that comes back under its name within the session takes its partitions up again
     * without a rebalance. Kafka Streams adds the number of the thread.
     */
    private static void staticMember(Properties properties, String instance) {
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    }

    private static void deadLetters(Properties properties) {
        properties.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.DEAD_LETTERS.name());
        properties.putAll(
                Map.of(
                        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        UnreadableRecords.class,
                        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                        UnprocessableRecords.class,
                        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        UnsendableRecords.class));
    }

    private static void state(Properties properties) {
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksMemory.class);
        // For stores that ask for it: what changes again before the commit is written once.
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 32 << 20);
        // A repartition or a store named by position loses its data when an operator is added.
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG),
                SESSION_MILLIS);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                HEARTBEAT_MILLIS);
    }
}
