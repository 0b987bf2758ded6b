package org.tocsin.stages.lexicon;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Keeps the lexicon of the instance as the topic has it. Kafka Streams also replays the topic
 * through here when an instance starts (since 3.8), so the lexicon is whole before the first
 * record, and each change counts from the next record on.
 */
public final class FollowLexicon implements Processor<String, LexiconEntry, Void, Void> {

    private static final String LEXICON = "lexicon";

    private final LiveLexicon lexicon;
    private KeyValueStore<String, LexiconEntry> entries;

    private FollowLexicon(LiveLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Lets a topology's instances keep that lexicon up to date. */
    public static void addTo(StreamsBuilder builder, AvroSerdes serdes, LiveLexicon lexicon) {
        var values = serdes.of(Topics.LEXICON);
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore(LEXICON), Serdes.String(), values)
                        .withLoggingDisabled(),
                Topics.LEXICON.name(),
                Consumed.with(Serdes.String(), values).withName("read-lexicon"),
                () -> new FollowLexicon(lexicon));
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        entries = context.getStateStore(LEXICON);
    }

    @Override
    public void process(Record<String, LexiconEntry> record) {
        entries.put(record.key(), record.value());
        lexicon.put(record.key(), record.value());
    }
}
