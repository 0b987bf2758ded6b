package org.tocsin.core.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A feed went dark, stale or blocked, or came back: what travels on {@code news.coverage}.
 *
 * <p>{@code reason} is for people and null when there is nothing to say; {@code watchlists} are the
 * ids of those that depend on the feed.
 */
public record Coverage(
        String feed, State state, Instant since, String reason, List<String> watchlists) {

    /** What a feed gives at present. */
    public enum State {
        /** It tells news. */
        LIVE,
        /** It answers, but is silent beyond its own rhythm. */
        STALE,
        /** It does not answer. */
        DARK,
        /** It refuses us. */
        BLOCKED
    }

    public Coverage {
        Objects.requireNonNull(feed, "feed");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(since, "since");
        watchlists = watchlists == null ? List.of() : List.copyOf(watchlists);
    }
}
