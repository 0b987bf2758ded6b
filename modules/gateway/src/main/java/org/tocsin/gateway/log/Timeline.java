package org.tocsin.gateway.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/**
 * The last values of a topic, in the order in which this process read them, with those who listen.
 *
 * <p>Appending and joining exclude each other, so a listener misses nothing between the values that
 * it is handed and the first that is pushed to it. Listeners must not block: one that did would
 * hold everybody.
 */
public final class Timeline<V> implements Source.Bounds {

    private final int capacity;
    private final Deque<Entry<V>> entries = new ArrayDeque<>();
    private final Set<Listener<V>> listeners = new CopyOnWriteArraySet<>();
    private Position reached = Position.START;
    private Position forgotten = Position.START;
    private Position known = Position.START;

    public Timeline(int capacity) {
        this.capacity = capacity;
    }

    /**
     * What a listener missed, oldest first. {@code gap} says that some of it is no longer held
     * here, {@code from} where the listener stands before the first of {@code missed}.
     */
    public record Catchup<V>(Position from, boolean gap, List<Entry<V>> missed) {}

    /** Is told first what it missed, then, one by one, what arrives. */
    public interface Listener<V> {
        void joined(Catchup<V> catchup);

        void arrived(Entry<V> entry);
    }

    /** What was before that offset is no longer held, here or anywhere. */
    @Override
    public synchronized void startsAt(int partition, long offset) {
        if (offset > 0) {
            forgotten = forgotten.plus(partition, offset - 1);
        }
    }

    @Override
    public synchronized void endsAt(int partition, long offset) {
        if (offset > 0) {
            known = known.plus(partition, offset - 1);
        }
    }

    /**
     * Whether the log holds that offset for all that is known here. An instance that is behind
     * another knows of more than it has read; a log that was made anew does not reach the places
     * that were read in the old one.
     */
    public synchronized boolean reaches(int partition, long offset) {
        return known.covers(partition, offset);
    }

    public synchronized void append(int partition, long offset, V value) {
        var entry = new Entry<>(partition, offset, value);
        entries.addLast(entry);
        reached = reached.plus(partition, offset);
        known = known.plus(partition, offset);
        if (entries.size() > capacity) {
            Entry<V> oldest = entries.removeFirst();
            forgotten = forgotten.plus(oldest.partition(), oldest.offset());
        }
        listeners.forEach(listener -> listener.arrived(entry));
    }

    /** Joins at that position, or at the end where it is null. */
    public synchronized void join(Position since, Listener<V> listener) {
        listener.joined(since == null ? new Catchup<>(reached, false, List.of()) : missed(since));
        listeners.add(listener);
    }

    private Catchup<V> missed(Position since) {
        List<Entry<V>> missed =
                entries.stream()
                        .filter(entry -> !since.covers(entry.partition(), entry.offset()))
                        .toList();
        return new Catchup<>(since, !since.covers(forgotten), missed);
    }

    public void leave(Listener<V> listener) {
        listeners.remove(listener);
    }

    public synchronized Position reached() {
        return reached;
    }

    /** Whether all that the log had at the start, and has got since, is held. */
    public synchronized boolean isWhole() {
        return forgotten.equals(Position.START);
    }

    /** The values held, oldest first. */
    public synchronized List<V> values() {
        return entries.stream().map(Entry::value).toList();
    }
}
