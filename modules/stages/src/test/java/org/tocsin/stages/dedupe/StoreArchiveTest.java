package org.tocsin.stages.dedupe;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.dedupe.Archive;

class StoreArchiveTest extends ArchiveContract {

    @TempDir private Path folder;

    private List<? extends StateStore> stores = List.of();

    @Override
    Archive archive() {
        var context =
                new MockProcessorContext<Void, Void>(
                        new Properties(), new TaskId(0, 0), folder.toFile());
        stores =
                StoreArchive.stores().stream()
                        .map(StoreBuilder::withLoggingDisabled)
                        .map(StoreBuilder::withCachingDisabled)
                        .map(StoreBuilder::build)
                        .toList();
        stores.forEach(
                store -> {
                    store.init(context.getStateStoreContext(), store);
                    context.addStateStore(store);
                });
        return StoreArchive.in(context);
    }

    @AfterEach
    void close() {
        stores.forEach(StateStore::close);
    }
}
