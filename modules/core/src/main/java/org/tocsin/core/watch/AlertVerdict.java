package org.tocsin.core.watch;

import java.time.Instant;
import java.util.Objects;

/**
 * An analyst's word on an alert or its thread: what travels on {@code news.verdicts}.
 *
 * <p>{@code alert} is null where the word is about the whole thread; {@code mutedUntil} is set for
 * {@link Word#MUTED} alone; {@code reason} and {@code by} are null when unknown.
 */
public record AlertVerdict(
        String thread,
        String alert,
        Word word,
        String reason,
        Instant mutedUntil,
        String by,
        Instant time) {

    /** What is said of an alert. */
    public enum Word {
        USEFUL,
        NOT_USEFUL,
        SEEN,
        MUTED
    }

    public AlertVerdict {
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(time, "time");
        if ((word == Word.MUTED) != (mutedUntil != null)) {
            throw new IllegalArgumentException(word + " until " + mutedUntil);
        }
    }
}
