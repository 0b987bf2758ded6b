package org.tocsin.stages.tag;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.stages.Stage;
import org.tocsin.stages.lexicon.FollowLexicon;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Stories in, tagged tellings out: who and what each telling is about, beside the telling itself.
 */
public final class TagStage implements Stage {

    private final AvroSerdes serdes;
    private final LiveLexicon lexicon;
    private final LiveTagger tagger;

    public TagStage(AvroSerdes serdes) {
        this(serdes, Lexicon.shipped());
    }

    /** The lexicon is what the analysts' additions lie over. */
    public TagStage(AvroSerdes serdes, Lexicon shipped) {
        this.serdes = serdes;
        this.lexicon = new LiveLexicon(shipped);
        this.tagger = new LiveTagger(lexicon);
    }

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public void addTo(StreamsBuilder builder) {
        FollowLexicon.addTo(builder, serdes, lexicon);
        builder.stream(Topics.STORIES.name(), stories())
                // No other state: a telling's tags hang on the telling and the lexicon alone.
                .mapValues(telling -> tagger.tag(telling), Named.as("tag-telling"))
                .to(Topics.TAGGED.name(), tagged());
    }

    private Consumed<String, Telling> stories() {
        return Consumed.with(Serdes.String(), serdes.of(Topics.STORIES)).withName("read-stories");
    }

    private Produced<String, TaggedTelling> tagged() {
        return Produced.with(Serdes.String(), serdes.of(Topics.TAGGED)).withName("write-tagged");
    }
}
