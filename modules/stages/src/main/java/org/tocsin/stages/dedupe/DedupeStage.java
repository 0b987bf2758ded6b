package org.tocsin.stages.dedupe;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.stages.Stage;
import org.tocsin.stages.order.ReorderWindow;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Articles in, stories out: each article is told as new, revised or copied, under its story's id; a
 * repeat is told to nobody.
 *
 * <p>Articles are sketched on the partitions they come on, then told in one line, in the order in
 * which they were fetched.
 */
public final class DedupeStage implements Stage {

    /** The one line in which stories are told. */
    static final String LINE = "in-order";

    private final AvroSerdes serdes;
    private final Serde<Article> articles;
    private final Duration window;
    private final DedupeFigures figures = new DedupeFigures();

    /**
     * @param window how long an article waits for those fetched before it; see {@link
     *     ReorderWindow}
     */
    public DedupeStage(AvroSerdes serdes, Duration window) {
        this.serdes = serdes;
        this.articles = serdes.of(Topics.ARTICLES);
        this.window = window;
    }

    @Override
    public String name() {
        return "dedupe";
    }

    /** What it did in this process so far. */
    public DedupeFigures figures() {
        return figures;
    }

    @Override
    public void addTo(StreamsBuilder builder) {
        builder.stream(Topics.ARTICLES.name(), received())
                .process(new SketchArticles(), Named.as("sketch-articles"))
                // Two feeds carry one story on two partitions; only in one line do the copies meet.
                .repartition(inOrder())
                .process(
                        new TellStories(articles.deserializer(), window, figures),
                        Named.as("tell-stories"))
                .to(Topics.STORIES.name(), stories());
    }

    private Consumed<String, Received> received() {
        return Consumed.with(Serdes.String(), Received.serde(articles)).withName("read-articles");
    }

    private Repartitioned<String, byte[]> inOrder() {
        return Repartitioned.with(Serdes.String(), Serdes.ByteArray())
                .withName(LINE)
                .withNumberOfPartitions(1);
    }

    private Produced<String, Telling> stories() {
        return Produced.with(Serdes.String(), serdes.of(Topics.STORIES)).withName("write-stories");
    }
}
