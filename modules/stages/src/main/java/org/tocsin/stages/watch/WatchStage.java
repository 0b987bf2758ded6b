package org.tocsin.stages.watch;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.thread.WindowHit;
import org.tocsin.stages.Stage;
import org.tocsin.stages.lexicon.FollowLexicon;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Tagged tellings in, alerts out: every telling is asked by the watchlists in force, and what rings
 * goes to all alerts, to its watchlist's route and to its thread's live row.
 */
public final class WatchStage implements Stage {

    private final AvroSerdes serdes;
    private final LiveLexicon lexicon;
    private final Rulebook rulebook;

    /** The lexicon says whom the names in rules mean: the tagger's own. */
    public WatchStage(AvroSerdes serdes, Lexicon shipped) {
        this.serdes = serdes;
        this.lexicon = new LiveLexicon(shipped);
        this.rulebook = new Rulebook(lexicon);
    }

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public void addTo(StreamsBuilder builder) {
        FollowLexicon.addTo(builder, serdes, lexicon);
        var watchlists = serdes.of(Topics.WATCHLISTS);
        builder.addGlobalStore(
                FollowWatchlists.store(watchlists),
                Topics.WATCHLISTS.name(),
                Consumed.with(Serdes.String(), watchlists).withName("read-watchlists"),
                () -> new FollowWatchlists(rulebook));
        KStream<String, Decided> decided =
                builder.stream(Topics.TAGGED.name(), tellings())
                        .process(new WatchStories(rulebook), Named.as("watch-stories"));
        ring(
                decided.filterNot((key, value) -> value.isHit(), Named.as("pick-story-alerts")),
                "story");
        KStream<String, Decided> ofWindows =
                decided.filter((key, value) -> value.isHit(), Named.as("pick-hits"))
                        .mapValues(Decided::hit, Named.as("unwrap-hits"))
                        // Only where all that contributes to a rule meets can its window be seen.
                        .repartition(byWatchlist())
                        .process(new WatchWindows(rulebook), Named.as("watch-windows"));
        ring(ofWindows, "window");
    }

    /** Twice and not once after a merge, which would make one task wait for its own output. */
    private void ring(KStream<String, Decided> alerts, String kind) {
        alerts.to(Topics.ALERTS.name(), alertsTo("write-" + kind + "-alerts"));
        alerts.filter(
                        (thread, alert) -> alert.route() != null,
                        Named.as("pick-routed-" + kind + "-alerts"))
                .to(new ToRoute(), alertsTo("write-routed-" + kind + "-alerts"));
        alerts.mapValues(Decided::liveRow, Named.as("show-live-" + kind + "-row"))
                .to(Topics.ALERTS_CURRENT.name(), alertsTo("write-live-" + kind + "-row"));
    }

    private Consumed<String, TaggedTelling> tellings() {
        return Consumed.with(Serdes.String(), serdes.of(Topics.TAGGED)).withName("read-tagged");
    }

    private Repartitioned<String, WindowHit> byWatchlist() {
        return Repartitioned.with(Serdes.String(), StateSerdes.of(WindowHit.class))
                .withName("by-watchlist")
                .withStreamPartitioner(new TellTimeToAll());
    }

    private Produced<String, Decided> alertsTo(String sink) {
        return Produced.with(Serdes.String(), Decided.alertsOf(serdes.of(Topics.ALERTS)))
                .withName(sink);
    }
}
