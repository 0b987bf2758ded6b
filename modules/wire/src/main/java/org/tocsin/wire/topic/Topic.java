package org.tocsin.wire.topic;

import java.time.Duration;
import java.util.Objects;
import org.tocsin.core.watch.Alert;
import org.tocsin.wire.registry.Compatibility;

/**
 * A topic and what it carries. Keys are always UTF-8 strings, and {@code key} says of what; values
 * are Avro of {@code type}, or raw bytes where that is {@code byte[]}.
 *
 * <p>{@code partitions} is {@link #AS_SET} for the topics that scale with the installation; {@code
 * retention} is null exactly when the topic is compacted, since its records are then kept until
 * another of the same key takes their place.
 */
public record Topic<V>(
        String name,
        String key,
        Class<V> type,
        int partitions,
        Duration retention,
        boolean compacted) {

    /** As many partitions as the setting {@code TOCSIN_PARTITIONS} says. */
    public static final int AS_SET = 0;

    public Topic {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(type, "type");
        if (compacted != (retention == null)) {
            throw new IllegalArgumentException(name + " is either compacted or has a retention");
        }
        if (partitions < 0) {
            throw new IllegalArgumentException(name + " with " + partitions + " partitions");
        }
    }

    static <V> Topic<V> compacted(String name, String key, Class<V> type, int partitions) {
        return new Topic<>(name, key, type, partitions, null, true);
    }

    static <V> Topic<V> kept(
            String name, String key, Class<V> type, int partitions, Duration retention) {
        return new Topic<>(name, key, type, partitions, retention, false);
    }

    /** The registry's subject of the values, under Confluent's TopicNameStrategy. */
    public String subject() {
        return name + "-value";
    }

    /**
     * How the values' schema may change. Alerts have readers that lag behind or run ahead for good,
     * so every version must read every other; the rest is read by the product itself.
     */
    public Compatibility evolution() {
        return isForSubscribers()
                ? Compatibility.FULL_TRANSITIVE
                : Compatibility.BACKWARD_TRANSITIVE;
    }

    /** Whether programs of others read it: newsroom dashboards, in whatever language. */
    public boolean isForSubscribers() {
        return type == Alert.class;
    }

    /** Whether the values are Avro, so that the topic has a subject at all. */
    public boolean isAvro() {
        return type != byte[].class;
    }
}
