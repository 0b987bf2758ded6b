package org.tocsin.ingestor.parse;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates of an item that can be believed, and flags that name the others. An item with one date
 * only was published when it was last touched. A date that cannot be is null rather than another
 * clock's: who reads an article must know that its publisher gave none.
 */
record BelievedDates(Instant published, Instant updated, List<String> flags) {

    /** Clocks of publishers run ahead, but not by more than a day. */
    private static final Duration AHEAD = Duration.ofDays(1);

    /** Earlier than the year of Unix time's zero is a computer's blank, not a date. */
    private static final Instant EARLIEST = Instant.parse("1971-01-01T00:00:00Z");

    static BelievedDates of(Instant published, Instant updated, Instant fetched) {
        var flags = new ArrayList<String>();
        Instant told = believed("published", published, fetched, flags);
        Instant touched = believed("updated", updated, fetched, flags);
        if (told != null && touched != null && touched.isBefore(told)) {
            // Which of the two is wrong cannot be known, so both stay.
            flags.add("updated-before-published");
        }
        return new BelievedDates(published == null ? touched : told, touched, flags);
    }

    private static Instant believed(
            String clock, Instant date, Instant fetched, List<String> flags) {
        if (date == null) {
            return null;
        }
        if (date.isBefore(EARLIEST)) {
            flags.add(clock + "-at-epoch");
            return null;
        }
        if (date.isAfter(fetched.plus(AHEAD))) {
            flags.add(clock + "-in-future");
            return null;
        }
        return date;
    }
}
