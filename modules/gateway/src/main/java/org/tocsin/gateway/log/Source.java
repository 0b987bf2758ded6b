package org.tocsin.gateway.log;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.tocsin.wire.topic.Topic;

/**
 * A topic to follow: from its last {@code last} records on, and to whom its records go. The sink is
 * called from one thread and must not block; a record's value is null where its key was deleted.
 */
public record Source<V>(Topic<V> topic, long last, Sink<V> sink, Bounds bounds) {

    public Source(Topic<V> topic, long last, Sink<V> sink) {
        this(topic, last, sink, new Bounds() {});
    }

    /** Told how far the log of a partition reaches, from the thread that calls the sink. */
    public interface Bounds {

        /** The first offset that is read at all; comes before any record. */
        default void startsAt(int partition, long offset) {}

        /** The offset after the last that the log is known to hold; comes before its records. */
        default void endsAt(int partition, long offset) {}
    }

    public Source<V> telling(Bounds listener) {
        return new Source<>(topic, last, sink, listener);
    }

    /** What becomes of a record. */
    public interface Sink<V> {
        void take(ConsumerRecord<String, byte[]> record, V value);
    }

    /** All of a compacted topic: it holds one record a key. */
    public static <V> Source<V> whole(Topic<V> topic, Sink<V> sink) {
        return new Source<>(topic, Long.MAX_VALUE, sink);
    }
}
