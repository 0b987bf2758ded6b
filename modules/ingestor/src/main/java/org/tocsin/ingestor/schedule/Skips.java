package org.tocsin.ingestor.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.ingestor.parse.FeedHints;

/** The hours of the week, from Monday 0:00 UTC, in which a feed asks not to be asked. */
final class Skips {

    private static final int HOURS = 24;
    private static final int WEEK = 7 * HOURS;

    private Skips() {}

    /** Its {@code skipHours} and {@code skipDays}; none where they leave no hour at all. */
    static List<Integer> of(FeedHints hints) {
        List<Integer> skips =
                IntStream.range(0, WEEK).filter(hour -> isSkipped(hints, hour)).boxed().toList();
        return skips.size() == WEEK ? List.of() : skips;
    }

    /**
     * That instant, or the end of the hours to skip that it lies in, but no later than the last.
     */
    static Instant after(List<Integer> skips, Instant due, Instant latest) {
        Instant at = due;
        while (at.isBefore(latest) && skips.contains(hour(at))) {
            at = at.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        }
        return at;
    }

    private static boolean isSkipped(FeedHints hints, int hour) {
        return hints.skipHours().contains(hour % HOURS)
                || hints.skipDays().contains(DayOfWeek.of(hour / HOURS + 1));
    }

    private static int hour(Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        return (time.getDayOfWeek().getValue() - 1) * HOURS + time.getHour();
    }
}
