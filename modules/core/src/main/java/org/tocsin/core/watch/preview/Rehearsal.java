package org.tocsin.core.watch.preview;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.rate.Rate;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.Watcher;

/**
 * A watchlist tried over tellings of the past, beside the version that is in force if there is one.
 * It rings as if it were live; mutes are left out, since they were not meant for it. It begins
 * knowing nothing, so a thread that ran before the first telling begins anew here.
 *
 * <p>Memory is bounded by the stories of the last 72 hours to which the rule has anything to say,
 * and by {@link RehearsalTally}. Tellings and questions may come from different threads.
 */
public final class Rehearsal {

    private final Rehearsed tried;
    private final Rehearsed inForce;
    private long tellings;
    private Instant reached;

    /** What it came to so far. {@code running} is null where there is no version in force. */
    public record Result(
            long tellings,
            RehearsalTally.Counts counts,
            List<String> warnings,
            Difference running) {}

    /**
     * How the version in force rang over the same tellings. Threads are told apart by story.
     *
     * @param version that of the running watchlist
     * @param same the stories of which both ring
     * @param lost threads of stories of which only the running one rings
     * @param gained threads of stories of which only the one that is tried rings
     */
    public record Difference(
            int version,
            int alerts,
            int threads,
            int same,
            List<RehearsalTally.Row> lost,
            List<RehearsalTally.Row> gained) {}

    private static final class Rehearsed {
        final Watchlist watchlist;
        final Watcher watcher;
        final Rate rate;
        final RehearsalTally tally = new RehearsalTally();

        Rehearsed(Rule rule) {
            this.watchlist = rule.watchlist();
            this.watcher = Watcher.inMemory(Rules.of(List.of(rule)));
            this.rate = rule.rate();
        }

        void tell(int partition, TaggedTelling tagged, Consumer<? super Alert> alerts) {
            Watcher.Told told = watcher.tell(partition, tagged);
            tally.add(told, tagged.telling().article());
            told.alerts().forEach(alerts);
        }
    }

    private Rehearsal(Rehearsed tried, Rehearsed inForce) {
        this.tried = tried;
        this.inForce = inForce;
    }

    /**
     * @param running the version in force, null for none
     * @throws BadWatchlist where the one to try makes no sense
     */
    public static Rehearsal of(Watchlist watchlist, Watchlist running, Lexicon lexicon)
            throws BadWatchlist {
        var tried = new Rehearsed(Rule.compile(watchlist.asLive(), lexicon));
        Rehearsed inForce = null;
        if (running != null && !asked(running).equals(asked(watchlist))) {
            inForce = new Rehearsed(Rule.compile(running.asLive(), lexicon));
        }
        return new Rehearsal(tried, inForce);
    }

    /** The version is no part of what is asked: an edit has none yet. */
    private static Watchlist asked(Watchlist watchlist) {
        return watchlist.asLive().withVersion(1);
    }

    /**
     * How long before its first telling it must hear what was told, to know what it needs: what is
     * usual, for a rate.
     */
    public Duration warmUp() {
        Duration longest = Duration.ZERO;
        for (Rehearsed one : inForce == null ? List.of(tried) : List.of(tried, inForce)) {
            Rate rate = one.rate;
            if (rate != null && rate.over().plus(rate.span()).compareTo(longest) > 0) {
                longest = rate.over().plus(rate.span());
            }
        }
        return longest;
    }

    /** A telling of the time before the first, of which nothing is counted. */
    public synchronized void hear(int partition, TaggedTelling tagged) {
        tried.watcher.tell(partition, tagged);
        if (inForce != null) {
            inForce.watcher.tell(partition, tagged);
        }
    }

    /** The next telling; false where nothing more can be held, and the rest would be in vain. */
    public boolean tell(int partition, TaggedTelling tagged) {
        return tell(partition, tagged, alert -> {});
    }

    /** The same, handing on each alert that it would ring. */
    public synchronized boolean tell(
            int partition, TaggedTelling tagged, Consumer<? super Alert> alerts) {
        tellings++;
        reached = tagged.telling().article().fetched();
        tried.tell(partition, tagged, alerts);
        if (inForce != null) {
            inForce.tell(partition, tagged, alert -> {});
        }
        return !tried.tally.isFull();
    }

    /** When the last telling was fetched; null at first. */
    public synchronized Instant reached() {
        return reached;
    }

    public synchronized Result result() {
        return new Result(
                tellings,
                tried.tally.counts(),
                tried.tally.warnings(tried.watchlist),
                inForce == null ? null : difference());
    }

    private Difference difference() {
        RehearsalTally running = inForce.tally;
        return new Difference(
                inForce.watchlist.version(),
                running.alerts(),
                running.threads(),
                running.sharedWith(tried.tally),
                running.without(tried.tally),
                tried.tally.without(running));
    }
}
