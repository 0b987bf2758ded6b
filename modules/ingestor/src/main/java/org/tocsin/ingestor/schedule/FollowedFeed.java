package org.tocsin.ingestor.schedule;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;

/** A feed with what its last fetch came to; {@code last} is null before the first. */
public record FollowedFeed(Feed feed, FeedReport last) {

    /**
     * When it is to be fetched: at once, which is {@link Instant#MIN}, where it is new or has
     * moved; sooner than was said where it is wanted more often now.
     */
    public Instant dueAt() {
        if (last == null || !feed.url().equals(last.url())) {
            return Instant.MIN;
        }
        return isWantedMoreOften() ? sooner() : last.nextDue();
    }

    /** Since the last visit, the operator has set a shorter pause. */
    private boolean isWantedMoreOften() {
        Duration kept = last.rhythm().interval();
        boolean shorter =
                feed.interval() != null && kept != null && feed.interval().compareTo(kept) < 0;
        return shorter && !last.outcome().equals("failed");
    }

    private Instant sooner() {
        Instant wanted = Pace.next(feed, last.rhythm(), last.fetched());
        return wanted.isBefore(last.nextDue()) ? wanted : last.nextDue();
    }

    /** Whose patience a fetch takes: host and port, or the whole address where it has none. */
    public String host() {
        return host(feed.url());
    }

    static String host(String url) {
        try {
            String authority = URI.create(url).getAuthority();
            return authority == null ? url : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
