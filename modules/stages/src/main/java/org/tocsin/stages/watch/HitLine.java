package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.stages.RecordFault;
import org.tocsin.stages.order.ReorderWindow;

/**
 * Puts what several partitions say of a watchlist in order, and hands it on when its turn has come.
 * What waits is in a store as well: the topic was read past it.
 */
final class HitLine {

    static final String TOPIC = "by-watchlist";

    private static final String WAITING = "window-waiting";
    private static final Serde<Queued> VALUES = StateSerdes.of(Queued.class);

    /** After a start: as long as instances take until all their partitions are read again. */
    private static final Duration OPENING = Duration.ofSeconds(3);

    /** What is older than so many windows belongs to a history that is caught up with. */
    private static final int FRESH = 4;

    /** How often in a window it is looked who may go, and said how far a partition has come. */
    static final int LOOKS = 5;

    private final ProcessorContext<?, ?> context;
    private final KeyValueStore<Bytes, Queued> waiting;
    private final ReorderWindow<Held> window;
    private final boolean waits;
    private final Consumer<Queued> turn;

    /** What waits, and where it stood in the topic. */
    private record Held(Queued queued, long offset, long since)
            implements ReorderWindow.Held, Comparable<Held> {

        @Override
        public long time() {
            return queued.time();
        }

        @Override
        public int from() {
            return queued.from();
        }

        @Override
        public int compareTo(Held other) {
            return queued.compareTo(other.queued);
        }
    }

    /**
     * @param length how old a telling is before what comes of it is decided; zero to wait for
     *     nothing
     * @param turn is given each when it is to be decided
     */
    HitLine(ProcessorContext<?, ?> context, Duration length, Consumer<Queued> turn) {
        this.context = context;
        this.waiting = context.getStateStore(WAITING);
        this.waits = !length.isZero();
        this.turn = turn;
        long now = context.currentSystemTimeMs();
        var least = length.dividedBy(LOOKS);
        window =
                new ReorderWindow<>(
                        new ReorderWindow.Waits(length, length.multipliedBy(FRESH), least, OPENING),
                        now);
        try (KeyValueIterator<Bytes, Queued> left = waiting.all()) {
            left.forEachRemaining(
                    entry -> window.add(new Held(entry.value, offset(entry.key), now)));
        }
        if (waits) {
            context.schedule(least, PunctuationType.WALL_CLOCK_TIME, this::release);
        }
    }

    static StoreBuilder<?> store() {
        // Cached, so that what comes and goes between two commits is never written.
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WAITING), Serdes.Bytes(), VALUES)
                .withCachingEnabled();
    }

    void take(Record<String, Queued> record) {
        long now = context.currentSystemTimeMs();
        Queued next = record.value();
        if (next.hit() == null) {
            window.hear(next.from(), next.time(), now);
            return;
        }
        long offset = context.recordMetadata().map(RecordMetadata::offset).orElse(0L);
        if (!waits || window.isPast(next.time())) {
            turn.accept(next);
        } else {
            waiting.put(key(next, offset), next);
            window.add(new Held(next, offset, now));
        }
    }

    private void release(long now) {
        window.release(
                now,
                held -> {
                    waiting.delete(key(held.queued(), held.offset()));
                    decide(held);
                });
    }

    private void decide(Held held) {
        try {
            turn.accept(held.queued());
        } catch (RuntimeException e) {
            throw RecordFault.of(source(held), e);
        }
    }

    private RecordFault.Source source(Held held) {
        Queued queued = held.queued();
        String watchlist = queued.isForAll() ? "" : queued.hit().watchlist();
        return new RecordFault.Source(
                // As Kafka Streams calls it.
                context.applicationId() + "-" + TOPIC + "-repartition",
                context.taskId().partition(),
                held.offset(),
                queued.time(),
                watchlist.getBytes(UTF_8),
                VALUES.serializer().serialize(TOPIC, queued));
    }

    private static Bytes key(Queued queued, long offset) {
        return Bytes.wrap(
                ByteBuffer.allocate(2 * Long.BYTES).putLong(queued.time()).putLong(offset).array());
    }

    private static long offset(Bytes key) {
        return ByteBuffer.wrap(key.get()).getLong(Long.BYTES);
    }
}
