package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.StoreBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.dedupe.Archive;

class StoreArchiveTest extends ArchiveContract {

    @TempDir private Path folder;

    private List<? extends StateStore> stores = List.of();
    private MockProcessorContext<Void, Void> context;

    @Override
    Archive archive() {
        context =
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

    @Test
    void findsTheWayToItsArticlesAgainWhenAnInstanceTakesOver() {
        Archive before = StoreArchive.in(context);
        for (int handle = 1; handle <= Archive.HOLDERS_KEPT + 2; handle++) {
            before.put(article(-handle, Instant.EPOCH, 10));
        }

        Archive after = StoreArchive.in(context);

        assertThat(after.holders(10)).usingRecursiveComparison().isEqualTo(before.holders(10));
    }

    @AfterEach
    void close() {
        stores.forEach(StateStore::close);
    }
}
