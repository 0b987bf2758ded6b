package org.tocsin.core.watch;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An answer to a watchlist, with its evidence.
 *
 * <p>{@code id} is a function of what the alert says; {@code thread} of watchlist and story; {@code
 * seq} counts the thread's alerts from 1; {@code rule} is the watchlist's version; {@code trigger}
 * the article that rang it and {@code time} that article's fetch; {@code articles} all of the
 * thread so far; {@code origins} those whose own telling answers.
 */
public record Alert(
        String id,
        String thread,
        int seq,
        String watchlist,
        int rule,
        Kind kind,
        Severity severity,
        Instant time,
        String trigger,
        String story,
        List<String> articles,
        int origins,
        String headline,
        List<Evidence> evidence) {

    /** Where in the life of its thread an alert stands. */
    public enum Kind {
        NEW,
        UPDATE,
        ESCALATED,
        CORRECTED,
        EXPIRED
    }

    public Alert {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(thread, "thread");
        articles = List.copyOf(articles);
        evidence = List.copyOf(evidence);
    }
}
