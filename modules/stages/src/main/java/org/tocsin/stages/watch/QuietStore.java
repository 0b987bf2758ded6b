package org.tocsin.stages.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        forgetQuiet(key);
        store.put(prefix + "k" + key, at.toEpochMilli());
        store.put(byTime(at) + key, at.toEpochMilli());
    }

    @Override
    public final List<String> quietSince(Instant time) {
        var quiet = new ArrayList<String>();
        try (KeyValueIterator<String, Long> entries =
                store.range(prefix + "t", byTime(time.plusMillis(1)))) {
            int key = prefix.length() + 1 + WIDTH;
            entries.forEachRemaining(entry -> quiet.add(entry.key.substring(key)));
        }
        return quiet;
    }

    @Override
    public final void forgetQuiet(String key) {
        Long millis = store.delete(prefix + "k" + key);
        if (millis != null) {
            store.delete(byTime(Instant.ofEpochMilli(millis)) + key);
        }
    }

    /** Shifted, so that times before 1970 have no sign. */
    private String byTime(Instant at) {
        return prefix + "t" + String.format("%015d", at.toEpochMilli() + SHIFT);
    }
}
