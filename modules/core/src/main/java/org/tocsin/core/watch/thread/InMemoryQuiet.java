package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@link QuietMemory} in the heap. */
class InMemoryQuiet implements QuietMemory {

    private final Map<String, Instant> lastTold = new HashMap<>();
    private final TreeMap<Instant, TreeSet<String>> byTime = new TreeMap<>();

    @Override
    public final Instant lastTold(String key) {
        return lastTold.get(key);
    }

    @Override
    public final void told(String key, Instant at) {
        forgetQuiet(key);
        lastTold.put(key, at);
        byTime.computeIfAbsent(at, time -> new TreeSet<>()).add(key);
    }

    @Override
    public final List<String> quietSince(Instant time) {
        var quiet = new ArrayList<String>();
        byTime.headMap(time, true).values().forEach(quiet::addAll);
        return quiet;
    }

    @Override
    public final void forgetQuiet(String key) {
        Instant at = lastTold.remove(key);
        if (at != null) {
            TreeSet<String> keys = byTime.get(at);
            keys.remove(key);
            if (keys.isEmpty()) {
                byTime.remove(at);
            }
        }
    }
}
