package org.tocsin.ingestor;

import java.time.Instant;

/**
 * How an ingestor is doing: the feeds it follows, those being fetched and those that wait although
 * they have been due for a minute; and what it has done since it started. {@code ready} is true
 * once it owns partitions and knows their feeds; {@code lastVisit} is null before the first.
 */
public record IngestorStatus(
        boolean ready,
        int feeds,
        int inFlight,
        int overdue,
        long visits,
        long failures,
        long articles,
        Instant lastVisit) {

    static final IngestorStatus BEFORE_ALL = new IngestorStatus(false, 0, 0, 0, 0, 0, 0, null);

    IngestorStatus owning(boolean isReady, int feedsNow, int inFlightNow, int overdueNow) {
        return new IngestorStatus(
                isReady, feedsNow, inFlightNow, overdueNow, visits, failures, articles, lastVisit);
    }

    /** Articles came without a visit. */
    IngestorStatus telling(int more) {
        return new IngestorStatus(
                ready, feeds, inFlight, overdue, visits, failures, articles + more, lastVisit);
    }

    IngestorStatus after(VisitNote visit) {
        return new IngestorStatus(
                ready,
                feeds,
                inFlight,
                overdue,
                visits + 1,
                failures + (visit.failed() ? 1 : 0),
                articles + visit.articles(),
                visit.report().fetched());
    }
}
