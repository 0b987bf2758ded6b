package org.tocsin.stages.watch;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.hush.Mutes;

/**
 * Keeps the mutes of the instance as the topic has them. The store that Kafka Streams asks for
 * stays empty: only mutes matter here, and those are few.
 */
final class FollowVerdicts implements Processor<String, AlertVerdict, Void, Void> {

    private final Mutes mutes;

    FollowVerdicts(Mutes mutes) {
        this.mutes = mutes;
    }

    static StoreBuilder<KeyValueStore<String, AlertVerdict>> store(Serde<AlertVerdict> values) {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("mutes"), Serdes.String(), values)
                .withLoggingDisabled();
    }

    @Override
    public void process(Record<String, AlertVerdict> record) {
        mutes.put(record.key(), record.value());
    }
}
