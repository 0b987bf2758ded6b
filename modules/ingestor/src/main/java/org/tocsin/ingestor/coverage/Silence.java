package org.tocsin.ingestor.coverage;

import java.time.Duration;
import java.time.Instant;

/**
 * How long nothing was told, as it weighs: an hour of a Saturday or Sunday (UTC) counts a quarter,
 * since most who write news then write less.
 */
final class Silence {

    private static final long DAY = 24 * 60 * 60;
    private static final long WEEK = 7 * DAY;
    private static final long WEEKEND = 2 * DAY;

    /** The first Monday after the epoch, which was a Thursday. */
    private static final long FIRST_MONDAY = 4 * DAY;

    private Silence() {}

    /** The weight of the time between; zero where {@code until} is not after {@code from}. */
    static Duration between(Instant from, Instant until) {
        if (!until.isAfter(from)) {
            return Duration.ZERO;
        }
        long weekend = weekendsUpTo(until) - weekendsUpTo(from);
        return Duration.between(from, until).minusSeconds(weekend * 3 / 4);
    }

    /** Seconds of weekends since the first Monday. */
    private static long weekendsUpTo(Instant at) {
        long seconds = at.getEpochSecond() - FIRST_MONDAY;
        long ofThisWeek = Math.floorMod(seconds, WEEK);
        return Math.floorDiv(seconds, WEEK) * WEEKEND + Math.max(0, ofThisWeek - (WEEK - WEEKEND));
    }
}
