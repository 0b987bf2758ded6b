package org.tocsin.core.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the last fetch of a feed came to, and all that the next one must know: whoever reads this
 * record can take the feed over.
 *
 * <p>{@code outcome} is {@code fetched}, {@code unchanged} or {@code failed}; {@code reason} says
 * why it failed, in words for people, else null. {@code firstFetched} is when the feed was first
 * read with success (null before that); {@code failures} counts failed fetches since the last good
 * one. {@code recentItems} names the articles of the last reading that the next one need not tell
 * again: the first {@value #NAME_LENGTH} digits of their ids, at most {@value #MOST_RECENT}.
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
        int failures,
        List<String> recentItems) {

    public static final int NAME_LENGTH = 16;
    public static final int MOST_RECENT = 500;

    public FeedReport {
        recentItems = recentItems == null ? List.of() : List.copyOf(recentItems);
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(fetched, "fetched");
        Objects.requireNonNull(nextDue, "nextDue");
    }

    /** A report of a feed whose articles nobody remembers. */
    public FeedReport(
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
        this(
                feed,
                url,
                fetched,
                outcome,
                reason,
                status,
                items,
                newItems,
                etag,
                lastModified,
                bodyHash,
                firstFetched,
                nextDue,
                failures,
                List.of());
    }
}
