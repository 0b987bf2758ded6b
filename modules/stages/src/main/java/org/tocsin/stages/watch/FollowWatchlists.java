package org.tocsin.stages.watch;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.Watchlist;

/**
 * Keeps the rulebook of the instance as the topic has it. Kafka Streams also replays the topic
 * through here when an instance starts (since 3.8), so the rulebook is whole before the first
 * telling.
 */
final class FollowWatchlists implements Processor<String, Watchlist, Void, Void> {

    static final String WATCHLISTS = "watchlists";

    private final Rulebook rulebook;
    private KeyValueStore<String, Watchlist> watchlists;

    FollowWatchlists(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    static StoreBuilder<KeyValueStore<String, Watchlist>> store(Serde<Watchlist> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(WATCHLISTS), Serdes.String(), values)
                .withLoggingDisabled();
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        watchlists = context.getStateStore(WATCHLISTS);
    }

    @Override
    public void process(Record<String, Watchlist> record) {
        watchlists.put(record.key(), record.value());
        rulebook.put(record.key(), record.value());
    }
}
