package org.tocsin.gateway.board;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** What a compacted topic says of each key, by key. */
public final class Latest<V> {

    private final Map<String, V> values = new ConcurrentSkipListMap<>();

    /** The key's value from now on; null takes the key out. */
    public void put(String key, V value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }

    public Optional<V> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public List<V> values() {
        return List.copyOf(values.values());
    }
}
