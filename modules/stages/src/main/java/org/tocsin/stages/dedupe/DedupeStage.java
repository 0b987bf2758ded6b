package org.tocsin.stages.dedupe;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.stages.Stage;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Articles in, stories out: each article is told as new, revised or copied, under its story's id; a
 * repeat is told to nobody.
 */
public final class DedupeStage implements Stage {

    private final AvroSerdes serdes;

    public DedupeStage(AvroSerdes serdes) {
        this.serdes = serdes;
    }

    @Override
    public String name() {
        return "dedupe";
    }

    @Override
    public void addTo(StreamsBuilder builder) {
        builder.stream(Topics.ARTICLES.name(), articles())
                // Two feeds carry one story on two partitions; only in one line do the copies meet.
                .repartition(inOrder())
                .process(new TellStories(), Named.as("tell-stories"))
                .to(Topics.STORIES.name(), stories());
    }

    private Consumed<String, Article> articles() {
        return Consumed.with(Serdes.String(), serdes.of(Topics.ARTICLES)).withName("read-articles");
    }

    private Repartitioned<String, Article> inOrder() {
        return Repartitioned.with(Serdes.String(), serdes.of(Topics.ARTICLES))
                .withName("in-order")
                .withNumberOfPartitions(1);
    }

    private Produced<String, Telling> stories() {
        return Produced.with(Serdes.String(), serdes.of(Topics.STORIES)).withName("write-stories");
    }
}
