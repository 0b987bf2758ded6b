package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** A changelog as compaction leaves it: the last record of each key, in their order. */
final class Changelog {
    final Map<Bytes, byte[]> compacted = new LinkedHashMap<>();

    ArchiveStore open() {
        var store = new ArchiveStore(new ChangelogOnly(ArchiveStore.NAME), topic());
        compacted.forEach((key, value) -> store.restore(key.get(), value));
        store.resume();
        return store;
    }

    @SuppressWarnings("unchecked") // a proxy knows no type parameters
    private KeyValueStore<Bytes, byte[]> topic() {
        return (KeyValueStore<Bytes, byte[]>)
                Proxy.newProxyInstance(
                        KeyValueStore.class.getClassLoader(),
                        new Class<?>[] {KeyValueStore.class},
                        (proxy, method, given) -> {
                            assertThat(method.getName()).isEqualTo("put");
                            put((Bytes) given[0], (byte[]) given[1]);
                            return null;
                        });
    }

    void put(Bytes key, byte[] value) {
        compacted.remove(key);
        if (value != null) {
            compacted.put(key, value);
        }
    }
}
