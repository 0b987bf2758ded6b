package org.tocsin.stages.watch;

import java.time.Duration;
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
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.stages.Stage;
import org.tocsin.stages.lexicon.FollowLexicon;
import org.tocsin.stages.order.ReorderWindow;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.topic.Topics;

/**
 * Tagged tellings in, alerts out: every telling is asked by the watchlists in force, and what rings
 * goes to all alerts, to its watchlist's route and to its thread's live row; what only would ring
 * goes to what is watched.
 */
public final class WatchStage implements Stage {

    /** What it takes most tellings to be tagged and to get here once their story is told. */
    private static final Duration ON_THE_WAY = Duration.ofMillis(200);

    private final AvroSerdes serdes;
    private final LiveLexicon lexicon;
    private final Rulebook rulebook;
    private final Mutes mutes = new Mutes();
    private final Duration window;

    /**
     * @param shipped says whom the names in rules mean: the tagger's own
     * @param reorderWindow how long an article waits for those fetched before it when stories are
     *     told. So long and what the way from there takes is waited for those tagged before it by
     *     rules over a span of time, and by budgets; see {@link ReorderWindow}. Zero to wait for
     *     nothing
     */
    public WatchStage(AvroSerdes serdes, Lexicon shipped, Duration reorderWindow) {
        this.serdes = serdes;
        this.window = reorderWindow.isZero() ? reorderWindow : reorderWindow.plus(ON_THE_WAY);
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
        var verdicts = serdes.of(Topics.VERDICTS);
        builder.addGlobalStore(
                FollowVerdicts.store(verdicts),
                Topics.VERDICTS.name(),
                Consumed.with(Serdes.String(), verdicts).withName("read-verdicts"),
                () -> new FollowVerdicts(mutes));
        KStream<String, Decided> decided =
                builder.stream(Topics.TAGGED.name(), tellings())
                        .process(
                                new WatchStories(rulebook, mutes, window),
                                Named.as("watch-stories"));
        ring(decided, "story");
        KStream<String, Decided> ofWindows =
                decided.filter((key, value) -> value.isHit(), Named.as("pick-hits"))
                        .mapValues(Decided::hit, Named.as("unwrap-hits"))
                        // Only where all of a watchlist meets can its window be seen, or its
                        // budget be kept.
                        .repartition(byWatchlist())
                        .process(
                                new WatchWindows(rulebook, mutes, window),
                                Named.as("watch-windows"));
        ring(ofWindows, "window");
    }

    /** Twice and not once after a merge, which would make one task wait for its own output. */
    private void ring(KStream<String, Decided> decided, String kind) {
        KStream<String, Decided> alerts =
                decided.filter((key, value) -> value.rings(), Named.as("pick-" + kind + "-alerts"));
        decided.filter(
                        (key, value) -> value.watched(),
                        Named.as("pick-watched-" + kind + "-alerts"))
                .to(Topics.ALERTS_WATCHING.name(), alertsTo("write-watched-" + kind + "-alerts"));
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

    private Repartitioned<String, Queued> byWatchlist() {
        return Repartitioned.with(Serdes.String(), StateSerdes.of(Queued.class))
                .withName(HitLine.TOPIC)
                .withStreamPartitioner(new TellTimeToAll());
    }

    private Produced<String, Decided> alertsTo(String sink) {
        return Produced.with(Serdes.String(), Decided.alertsOf(serdes.of(Topics.ALERTS)))
                .withName(sink);
    }
}
