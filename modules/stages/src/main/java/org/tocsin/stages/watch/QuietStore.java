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

    QuietStore(KeyValueStore<String, Long> store) {
        this.store = store;
    }

    @Override
    public final Instant lastTold(String key) {
        return instant("k" + key);
    }

    final Instant instant(String key) {
        Long millis = store.get(key);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public final void told(String key, Instant at) {
        forgetQuiet(key);
        store.put("k" + key, at.toEpochMilli());
        store.put(byTime(at) + key, at.toEpochMilli());
    }

    @Override
    public final List<String> quietSince(Instant time) {
        var quiet = new ArrayList<String>();
        try (KeyValueIterator<String, Long> entries =
                store.range("t", byTime(time.plusMillis(1)))) {
            entries.forEachRemaining(entry -> quiet.add(entry.key.substring(1 + WIDTH)));
        }
        return quiet;
    }

    @Override
    public final void forgetQuiet(String key) {
        Long millis = store.delete("k" + key);
        if (millis != null) {
            store.delete(byTime(Instant.ofEpochMilli(millis)) + key);
        }
    }

    /** Shifted, so that times before 1970 have no sign. */
    private static String byTime(Instant at) {
        return "t" + String.format("%015d", at.toEpochMilli() + SHIFT);
    }
}
