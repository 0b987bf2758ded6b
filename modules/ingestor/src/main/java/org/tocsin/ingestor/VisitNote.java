package org.tocsin.ingestor;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.Visit;

/**
 * A visit that Kafka has been told of, for those who measure. {@code late} is the time from when
 * the feed was due until it was fetched, null where it had never been fetched before, or was not
 * due.
 */
public record VisitNote(FeedReport report, int articles, Duration late) {

    /** {@code from} is what the visitor was sent for, null where nobody was. */
    static VisitNote of(FollowedFeed from, Visit visit) {
        Instant due = from == null ? Instant.MIN : from.dueAt();
        Instant fetched = visit.report().fetched();
        boolean asDue = !due.equals(Instant.MIN) && !fetched.isBefore(due);
        return new VisitNote(
                visit.report(),
                visit.articles().size(),
                asDue ? Duration.between(due, fetched) : null);
    }

    public boolean failed() {
        return report.outcome().equals("failed");
    }
}
