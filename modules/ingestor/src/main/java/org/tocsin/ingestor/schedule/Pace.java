package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport.Rhythm;

/**
 * When a feed is due after a visit that went well. Each feed adds a share of its own, up to a tenth
 * of the pause and the same every time, so that feeds added together do not stay together.
 */
public final class Pace {

    private static final int SHARES = 1_000;

    private Pace() {}

    /** The next visit, after the pause that this rhythm asks for. */
    public static Instant next(Feed feed, Rhythm rhythm, Instant visited) {
        return skipping(rhythm, visited, jittered(feed, pause(feed, rhythm)));
    }

    /**
     * The second visit ever. A herd of feeds added at once is spread over the whole of the pause;
     * where the operator set the pause, it is kept.
     */
    public static Instant second(Feed feed, Rhythm rhythm, Instant visited) {
        if (feed.interval() != null) {
            return next(feed, rhythm, visited);
        }
        Duration pause = pause(feed, rhythm);
        Duration spread = pause.dividedBy(2).plus(part(pause, share(feed)));
        Duration allowed = Tempo.longer(spread, rhythm.floor());
        return skipping(rhythm, visited, allowed);
    }

    /** The pause of a feed with a share of its own. */
    static Duration jittered(Feed feed, Duration pause) {
        return pause.plus(part(pause.dividedBy(10), share(feed)));
    }

    /** As configured, else as it beats, but no shorter than is wanted of us. */
    static Duration pause(Feed feed, Rhythm rhythm) {
        return Tempo.longer(interval(feed, rhythm), rhythm.floor());
    }

    static Duration interval(Feed feed, Rhythm rhythm) {
        if (feed.interval() != null) {
            return feed.interval();
        }
        return rhythm.interval() != null ? rhythm.interval() : Tempo.TO_BEGIN_WITH;
    }

    private static Instant skipping(Rhythm rhythm, Instant visited, Duration pause) {
        Instant latest = visited.plus(Tempo.longer(pause, Tempo.LONGEST_FLOOR));
        return Skips.after(rhythm.skips(), visited.plus(pause), latest);
    }

    private static long share(Feed feed) {
        return Math.floorMod(feed.id().hashCode() * 31L, (long) SHARES);
    }

    // Durations of months overflow nanoseconds nowhere: the share is taken in milliseconds.
    private static Duration part(Duration whole, long share) {
        return Duration.ofMillis(whole.toMillis() * share / SHARES);
    }
}
