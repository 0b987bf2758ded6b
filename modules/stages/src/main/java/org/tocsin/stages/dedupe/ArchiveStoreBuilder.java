package org.tocsin.stages.dedupe;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes an {@link ArchiveStore} for each task that needs one. */
final class ArchiveStoreBuilder implements StoreBuilder<ArchiveStore> {

    private boolean logged = true;

    @Override
    public ArchiveStore build() {
        var inside = new ChangelogOnly(name());
        var changelog = Stores.keyValueStoreBuilder(inside, Serdes.Bytes(), Serdes.ByteArray());
        return new ArchiveStore(
                inside,
                (logged ? changelog.withLoggingEnabled(Map.of()) : changelog.withLoggingDisabled())
                        .build());
    }

    @Override
    public StoreBuilder<ArchiveStore> withCachingEnabled() {
        throw new UnsupportedOperationException("there is nothing to read again");
    }

    @Override
    public StoreBuilder<ArchiveStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<ArchiveStore> withLoggingEnabled(Map<String, String> config) {
        logged = true;
        return this;
    }

    @Override
    public StoreBuilder<ArchiveStore> withLoggingDisabled() {
        logged = false;
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return Map.of();
    }

    @Override
    public boolean loggingEnabled() {
        return logged;
    }

    @Override
    public String name() {
        return ArchiveStore.NAME;
    }
}
