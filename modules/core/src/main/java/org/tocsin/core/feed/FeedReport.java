package org.tocsin.core.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * What the last fetch of a feed came to, and all that the next one must know: whoever reads this
 * record can take the feed over.
 *
 * <p>{@code outcome} is {@code fetched}, {@code unchanged} or {@code failed}; {@code reason} says
 * why it failed, in words for people, else null. {@code firstFetched} is when the feed was first
 * read with success (null before that); {@code failures} counts failed fetches since the last good
 * one.
 */
public record FeedReport(
        String feed,
        String url,
        Instant fetched,
        String outcome,
        String reason,
        int status,
        int items,
        int newItems,
        String etag,
        String lastModified,
        String bodyHash,
        Instant firstFetched,
        Instant nextDue,
        int failures) {

    public FeedReport {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(fetched, "fetched");
        Objects.requireNonNull(nextDue, "nextDue");
    }
}
