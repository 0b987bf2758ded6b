package org.tocsin.stages.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.tocsin.core.watch.thread.QuietMemory;

/**
 * {@link QuietMemory} in one store that is read both ways: by key under {@code k}, by time under
 * {@code t}, where the time stands first and in a fixed width, so that its order is time's.
 */
class QuietStore implements QuietMemory {

    private static final long SHIFT = 100_000_000_000_000L;
    private static final int WIDTH = 15;

    private final KeyValueStore<String, Long> store;
    private final String prefix;

    /**
     * No key stands at an earlier time. Whether any has been quiet for long is asked with every
     * telling and seldom so; in the store the answer stands behind all the times at which its keys
     * no longer are.
     */
    private long earliest = Long.MIN_VALUE;

    /**
     * @param prefix tells the keys from those of another memory in the same store
     */
    QuietStore(KeyValueStore<String, Long> store, String prefix) {
        this.store = store;
        this.prefix = prefix;
    }

    @Override
    public final Instant lastTold(String key) {
        return instant(prefix + "k" + key);
    }

    final Instant instant(String key) {
        Long millis = store.get(key);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public final void told(String key, Instant at) {
        long millis = at.toEpochMilli();
        Long before = store.get(prefix + "k" + key);
        if (before != null && before == millis) {
            return;
        }
        if (before != null) {
            store.put(byTime(before) + key, null);
        }
        store.put(prefix + "k" + key, millis);
        store.put(byTime(millis) + key, millis);
        earliest = Math.min(earliest, millis);
    }

    @Override
    public final List<String> quietSince(Instant time) {
        long until = time.toEpochMilli();
        if (until < earliest) {
            return List.of();
        }
        var quiet = new ArrayList<String>();
        int key = prefix.length() + 1 + WIDTH;
        long next = Long.MAX_VALUE;
        try (KeyValueIterator<String, Long> entries = store.range(prefix + "t", prefix + "u")) {
            while (entries.hasNext() && next == Long.MAX_VALUE) {
                KeyValue<String, Long> entry = entries.next();
                if (entry.value > until) {
                    next = entry.value;
                } else {
                    quiet.add(entry.key.substring(key));
                }
            }
        }
        // Those that were found stand there until their owner forgets them.
        earliest = quiet.isEmpty() ? next : Long.MIN_VALUE;
        return quiet;
    }

    @Override
    public final void forgetQuiet(String key) {
        Long millis = store.delete(prefix + "k" + key);
        if (millis != null) {
            store.put(byTime(millis) + key, null);
        }
    }

    /** Shifted, so that times before 1970 have no sign. */
    private String byTime(long millis) {
        String digits = Long.toString(millis + SHIFT);
        return prefix + "t" + "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }
}
