package org.tocsin.ingestor.fetch;

import java.time.Duration;

/** What a request came to. {@code status} is the HTTP status, 0 where there was no answer. */
public sealed interface FetchOutcome {

    int status();

    /**
     * A body. {@code url} is where it was found after redirects; {@code contentType}, {@code etag}
     * and {@code lastModified} are null when the server did not say.
     */
    record Fetched(
            int status,
            byte[] body,
            String url,
            String contentType,
            String etag,
            String lastModified)
            implements FetchOutcome {}

    /** The server says that nothing changed. */
    record NotModified(int status) implements FetchOutcome {}

    /**
     * No body. {@code reason} is in words for people; {@code retryAfter} is how long the server
     * asks to be left alone, null when it does not ask.
     */
    record Failed(int status, String reason, Duration retryAfter) implements FetchOutcome {

        static Failed because(String reason) {
            return new Failed(0, reason, null);
        }

        /** The publisher took the feed down for good. */
        public boolean isGone() {
            return status == 410;
        }
    }
}
