package org.tocsin.ingestor.visit;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Moved;

/**
 * What becomes of permanent redirects. One may be an accident: only where the feed was read there
 * several times, over a day at least, is its new address asked directly. Once a week the old one is
 * asked again, and at once when the new one fails.
 */
final class Relocation {

    private static final int ENOUGH = 3;
    private static final Duration LONG_ENOUGH = Duration.ofDays(1);
    private static final Duration CHECK = Duration.ofDays(7);

    /** Trouble that may pass is no reason to go back to where a feed was. */
    private static final int MOST_FAILURES = 3;

    private Relocation() {}

    /** Whether the feed is to be asked for at the address that it moved to. */
    static boolean isRemembered(FeedReport last, Instant now) {
        Moved moved = last.moved();
        return moved != null
                && moved.since() != null
                && moved.confirmations() >= ENOUGH
                && !now.isBefore(moved.since().plus(LONG_ENOUGH))
                && weeks(moved, last.fetched()) == weeks(moved, now);
    }

    /** After the feed was read; {@code movedTo} is where permanent redirects led, or null. */
    static Moved read(Moved was, String movedTo, Question question, Instant now) {
        if (movedTo == null) {
            return question.remembered() ? was : null;
        }
        boolean same = was != null && was.url().equals(movedTo);
        return same
                ? new Moved(movedTo, was.confirmations() + 1, was.since())
                : new Moved(movedTo, 1, now);
    }

    /** After a visit that failed with that, the last of so many in a row. */
    static Moved failed(Moved was, Cause cause, int failures, Question question) {
        boolean lost =
                switch (cause) {
                    case MISSING, GONE, NAME, ADDRESS, REDIRECT, DOCUMENT, ROBOTS -> true;
                    default -> failures >= MOST_FAILURES;
                };
        return question.remembered() && lost ? null : was;
    }

    private static long weeks(Moved moved, Instant at) {
        return Duration.between(moved.since(), at).toMillis() / CHECK.toMillis();
    }
}
