package org.tocsin.wire.topic;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.tocsin.wire.settings.Settings;

/**
 * How a topic of the table is laid out on a cluster.
 *
 * <p>{@code partitions} are those of the topics that scale; {@code replicationFactor} is empty to
 * take the broker's default.
 */
public record TopicLayout(int partitions, Optional<Short> replicationFactor) {

    /**
     * The last segment is never compacted, and who takes feeds over reads all of it: a gigabyte, by
     * default, of reports that later ones have replaced.
     */
    private static final String COMPACTED_SEGMENT = String.valueOf(16 << 20);

    /**
     * A segment goes when its youngest record is too old, so one of a week, as brokers have it,
     * would keep a day's topic for eight.
     */
    private static final Duration SHORT_LIVED = Duration.ofDays(1);

    private static final String SHORT_SEGMENT = String.valueOf(Duration.ofHours(1).toMillis());

    /**
     * What any client reads as it comes: several take LZ4, which the stages write, only with a part
     * that must be installed beside them. Alerts are few, so the broker can pack them again.
     */
    private static final String READ_BY_ALL = "gzip";

    static TopicLayout of(Settings settings) {
        return new TopicLayout(settings.partitions(), settings.replicationFactor());
    }

    NewTopic create(Topic<?> topic) {
        return new NewTopic(topic.name(), Optional.of(partitions(topic)), replicationFactor)
                .configs(configs(topic));
    }

    /** Where the topic as found differs; {@code config} gives a topic's setting by its name. */
    Stream<TopicPlan.Difference> compare(
            Topic<?> topic, int foundPartitions, UnaryOperator<String> config) {
        Stream<TopicPlan.Difference> partitionCount =
                differing(
                        topic,
                        "partitions",
                        Integer.toString(partitions(topic)),
                        Integer.toString(foundPartitions));
        Stream<TopicPlan.Difference> settings =
                new TreeMap<>(configs(topic))
                        .entrySet().stream()
                                .flatMap(
                                        expected ->
                                                differing(
                                                        topic,
                                                        expected.getKey(),
                                                        expected.getValue(),
                                                        config.apply(expected.getKey())));
        return Stream.concat(partitionCount, settings);
    }

    private static Stream<TopicPlan.Difference> differing(
            Topic<?> topic, String property, String expected, String found) {
        return expected.equals(found)
                ? Stream.empty()
                : Stream.of(new TopicPlan.Difference(topic.name(), property, expected, found));
    }

    private int partitions(Topic<?> topic) {
        return topic.partitions() == Topic.AS_SET ? partitions : topic.partitions();
    }

    private static Map<String, String> configs(Topic<?> topic) {
        var configs = new HashMap<String, String>();
        if (topic.compacted()) {
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
            configs.put(TopicConfig.SEGMENT_BYTES_CONFIG, COMPACTED_SEGMENT);
        } else {
            configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
            configs.put(
                    TopicConfig.RETENTION_MS_CONFIG, Long.toString(topic.retention().toMillis()));
            if (topic.retention().compareTo(SHORT_LIVED) <= 0) {
                configs.put(TopicConfig.SEGMENT_MS_CONFIG, SHORT_SEGMENT);
            }
        }
        if (topic.isForSubscribers()) {
            configs.put(TopicConfig.COMPRESSION_TYPE_CONFIG, READ_BY_ALL);
        }
        return configs;
    }
}
