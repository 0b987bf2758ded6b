package org.tocsin.stages.dedupe;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;

/** Makes {@link StoryTeller}s with what they need. */
record TellStories(Deserializer<Article> articles, Duration window, DedupeFigures figures)
        implements ProcessorSupplier<String, byte[], String, Telling> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        // In an order of its own, so that the topology reads the same in every process.
        return new LinkedHashSet<>(List.of(new ArchiveStoreBuilder(), waiting()));
    }

    /** Cached, so that what comes and goes between two commits is never written in full. */
    private static StoreBuilder<?> waiting() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StoryTeller.WAITING),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withCachingEnabled();
    }

    @Override
    public Processor<String, byte[], String, Telling> get() {
        return new StoryTeller(this);
    }
}
