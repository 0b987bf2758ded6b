package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.Feed;

/**
 * How long a feed is left alone. Each feed adds a share of its own, up to a tenth and the same
 * every time, so that feeds added together do not stay together.
 */
public final class Pace {

    private static final Duration LONGEST_BACKOFF = Duration.ofDays(1);

    /** A feed that is gone is looked at again, in case that was a mistake. */
    private static final Duration GONE = Duration.ofDays(7);

    private static final int MOST_DOUBLINGS = 16;

    /** Until a feed's own rhythm is known. */
    private static final Duration TO_BEGIN_WITH = Duration.ofMinutes(10);

    private Pace() {}

    private static Duration interval(Feed feed) {
        return feed.interval() == null ? TO_BEGIN_WITH : feed.interval();
    }

    /** When the feed is due after a fetch that went well. */
    public static Instant next(Feed feed, Instant fetched) {
        return fetched.plus(jittered(feed, interval(feed)));
    }

    /**
     * When it is due after that many failures in a row, the interval doubling with each up to a
     * day. {@code retryAfter} is what the server asked for, null where it did not.
     */
    public static Instant afterFailure(
            Feed feed, Instant fetched, int failures, Duration retryAfter) {
        long doubled = 1L << Math.min(failures, MOST_DOUBLINGS);
        Duration backoff = interval(feed).multipliedBy(doubled);
        Duration bounded = backoff.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : backoff;
        Instant due = fetched.plus(jittered(feed, longer(bounded, interval(feed))));
        Instant asked = retryAfter == null ? due : fetched.plus(retryAfter);
        return asked.isAfter(due) ? asked : due;
    }

    /** When to look again at a feed that its publisher took down. */
    public static Instant afterGone(Feed feed, Instant fetched) {
        return fetched.plus(jittered(feed, GONE));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration jittered(Feed feed, Duration interval) {
        // Durations of months overflow nanoseconds nowhere: the share is taken in milliseconds.
        long share = Math.floorMod(feed.id().hashCode() * 31L, 1000L);
        return interval.plusMillis(interval.toMillis() * share / 10_000);
    }
}
