package org.tocsin.ingestor.parse;

import java.time.Instant;
import java.util.Objects;
import org.tocsin.core.feed.Feed;

/**
 * A document that should be a feed.
 *
 * <p>{@code contentType} is the header's value and {@code base} the address that the bytes came
 * from after redirects, against which relative links count; both may be null. {@code feed} is the
 * feed as configured, null for a file: its source and language overrule those of the items.
 */
public record FeedDocument(
        byte[] body, String contentType, Feed feed, String base, Instant fetched) {

    public FeedDocument {
        Objects.requireNonNull(body, "body");
        Objects.requireNonNull(fetched, "fetched");
    }

    /** A document without an address, as read from a file. */
    public static FeedDocument ofFile(byte[] body, Instant fetched) {
        return new FeedDocument(body, null, null, null, fetched);
    }

    String feedUrl() {
        return feed == null ? null : feed.url();
    }
}
