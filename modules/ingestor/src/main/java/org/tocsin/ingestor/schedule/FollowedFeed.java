package org.tocsin.ingestor.schedule;

import java.time.Instant;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;

/** A feed with what its last fetch came to; {@code last} is null before the first. */
public record FollowedFeed(Feed feed, FeedReport last) {

    /**
     * When it is to be fetched: at once where it is new, has moved, or is wanted more often now.
     */
    Instant dueAt() {
        if (last == null || !feed.url().equals(last.url())) {
            return Instant.MIN;
        }
        Instant wanted = Pace.next(feed, last.fetched());
        boolean sooner = last.failures() == 0 && wanted.isBefore(last.nextDue());
        return sooner ? wanted : last.nextDue();
    }
}
