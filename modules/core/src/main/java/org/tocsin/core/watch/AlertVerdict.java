package org.tocsin.core.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * An analyst's word on an alert, or a mute: what travels on {@code news.verdicts}.
 *
 * <p>{@code thread} is the thread, or the story, source or watchlist where {@code about} says so
 * (mutes alone); {@code alert} is null where the word is about the whole thread; {@code mutedUntil}
 * is set for {@link Word#MUTED} alone; {@code reason} and {@code by} are null when unknown. {@code
 * watchlist}, {@code rule} (its version, 0 when unknown) and {@code evidence} are those of the
 * alert that was judged, so that a rule's precision can be counted when the alert itself is long
 * gone.
 */
public record AlertVerdict(
        String thread,
        String alert,
        Word word,
        String reason,
        Instant mutedUntil,
        String by,
        Instant time,
        About about,
        String watchlist,
        int rule,
        List<Evidence> evidence) {

    /** What is said of an alert. */
    public enum Word {
        USEFUL,
        NOT_USEFUL,
        SEEN,
        MUTED
    }

    /** What a word is about. */
    public enum About {
        THREAD,
        STORY,
        SOURCE,
        WATCHLIST
    }

    public AlertVerdict {
        Objects.requireNonNull(thread, "thread");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(time, "time");
        about = about == null ? About.THREAD : about;
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        if ((word == Word.MUTED) != (mutedUntil != null)) {
            throw new IllegalArgumentException(word + " until " + mutedUntil);
        }
        if (word != Word.MUTED && about != About.THREAD) {
            throw new IllegalArgumentException(word + " about a " + about);
        }
    }

    /** Who says something, why and when; {@code by} and {@code reason} may be null. */
    public record Saying(String by, String reason, Instant time) {}

    /** A word on an alert that rang; {@code whole} for its thread. */
    public static AlertVerdict on(Alert alert, boolean whole, Word word, Saying saying) {
        return new AlertVerdict(
                alert.thread(),
                whole ? null : alert.id(),
                word,
                saying.reason(),
                null,
                saying.by(),
                saying.time(),
                About.THREAD,
                alert.watchlist(),
                alert.rule(),
                alert.evidence());
    }

    public static AlertVerdict mute(About about, String object, Instant until, Saying saying) {
        return new AlertVerdict(
                object,
                null,
                Word.MUTED,
                saying.reason(),
                until,
                saying.by(),
                saying.time(),
                about,
                null,
                0,
                List.of());
    }

    /** The key on the topic: a judgement's thread; mutes stand beside judgements. */
    public String key() {
        return word == Word.MUTED ? keyOf(about, thread) : thread;
    }

    /** The key of a mute. */
    public static String keyOf(About about, String object) {
        return about.name().toLowerCase(Locale.ROOT) + ":" + object;
    }

    /** Whether it is a mute that holds then. */
    @JsonIgnore
    public boolean isMuteAt(Instant moment) {
        return word == Word.MUTED && !moment.isBefore(time) && moment.isBefore(mutedUntil);
    }

    /** The same mute with its end now, so that what it held back stays held back in a replay. */
    public AlertVerdict endedAt(Instant end) {
        return new AlertVerdict(
                thread, alert, word, reason, end, by, time, about, watchlist, rule, evidence);
    }
}
