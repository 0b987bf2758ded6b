package org.tocsin.ingestor.fetch;

import java.time.Duration;
import org.tocsin.core.feed.FeedReport.Cause;

/** What a request came to. {@code status} is the HTTP status, 0 where there was no answer. */
public sealed interface FetchOutcome {

    int status();

    /**
     * What the answer's headers say, each null where they do not: validators for the next request,
     * how long the answer stays fresh ({@code Cache-Control}, {@code Expires}: RFC 9111), and the
     * WebSub links ({@code rel=hub} and {@code rel=self}, absolute).
     */
    record Headers(
            String contentType,
            String etag,
            String lastModified,
            Duration freshFor,
            String hub,
            String self) {

        /** Headers that say nothing. */
        public static final Headers NONE = new Headers(null, null, null, null, null, null);
    }

    /**
     * A body. {@code url} is where it was found after redirects; {@code movedTo} is the same where
     * every redirect on the way was permanent, and null where there was none or one was not.
     */
    record Fetched(int status, byte[] body, String url, String movedTo, Headers headers)
            implements FetchOutcome {}

    /** The server says that nothing changed; {@code movedTo} as above. */
    record NotModified(int status, String movedTo, Headers headers) implements FetchOutcome {}

    /**
     * No body. {@code reason} is in words for people; {@code retryAfter} is how long the server
     * asks to be left alone, null when it does not ask.
     */
    record Failed(Cause cause, int status, String reason, Duration retryAfter)
            implements FetchOutcome {

        public static Failed because(Cause cause, String reason) {
            return new Failed(cause, 0, reason, null);
        }

        /** The publisher took the feed down for good. */
        public boolean isGone() {
            return cause == Cause.GONE;
        }
    }
}
