package org.tocsin.core.deliver;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.tocsin.core.watch.Alert;

/**
 * One alert on its way to one subscriber: what travels on {@code news.deliveries}.
 *
 * <p>{@code event} is the alert's id, the same at every attempt; {@code attempts} are those made;
 * {@code last} is when the last was made and {@code next} when the next is due, null for none;
 * {@code status} is the HTTP status of the last answer, 0 for none; {@code reason} says why it was
 * not taken; {@code millis} is how long it took. {@code alert} is there until it was taken, and
 * null of a {@linkplain #test test}; {@code watchlist} and {@code headline} stay.
 */
public record Delivery(
        String subscriber,
        String event,
        State state,
        int attempts,
        Instant queued,
        Instant last,
        Instant next,
        int status,
        String reason,
        int millis,
        String watchlist,
        String headline,
        Alert alert) {

    /** How far it has come. */
    public enum State {
        WAITING,
        DELIVERED,
        FAILED
    }

    public Delivery {
        Objects.requireNonNull(subscriber, "subscriber");
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(queued, "queued");
        if ((state == State.WAITING) != (next != null)) {
            throw new IllegalArgumentException(state + " with a next attempt at " + next);
        }
    }

    /** Due then; {@code queued} is the time of saying so. */
    public static Delivery of(Alert alert, String subscriber, Instant queued, Instant due) {
        return new Delivery(
                subscriber,
                alert.id(),
                State.WAITING,
                0,
                queued,
                null,
                due,
                0,
                null,
                0,
                alert.watchlist(),
                alert.headline(),
                alert);
    }

    /** Says no more than that this is a test. */
    public static Delivery test(String event, String subscriber, Instant now) {
        return new Delivery(
                subscriber,
                event,
                State.WAITING,
                0,
                now,
                null,
                now,
                0,
                null,
                0,
                null,
                "A test",
                null);
    }

    /** The key on the topic. */
    @JsonIgnore
    public String key() {
        return keyOf(subscriber, event);
    }

    public static String keyOf(String subscriber, String event) {
        return subscriber + "/" + event;
    }

    /** An attempt: when it ended, the status of the answer (0 for none) and how long it took. */
    public record Attempt(Instant at, int status, int millis) {}

    public Delivery delivered(Attempt attempt) {
        return after(attempt, State.DELIVERED, null, null, null);
    }

    /** Not taken this time: tried again after the pause of the table, or that one if longer. */
    public Delivery refused(Attempt attempt, String why, Duration atLeast) {
        return Retries.pauseAfter(attempts + 1, subscriber)
                .map(pause -> pause.compareTo(atLeast) < 0 ? atLeast : pause)
                .map(pause -> after(attempt, State.WAITING, attempt.at().plus(pause), why, alert))
                .orElseGet(() -> failed(attempt, why));
    }

    /** Not taken, and no further attempt would be. */
    public Delivery failed(Attempt attempt, String why) {
        return after(attempt, State.FAILED, null, why, alert);
    }

    private Delivery after(Attempt attempt, State newState, Instant due, String why, Alert kept) {
        return new Delivery(
                subscriber,
                event,
                newState,
                attempts + 1,
                queued,
                attempt.at(),
                due,
                attempt.status(),
                why,
                attempt.millis(),
                watchlist,
                headline,
                kept);
    }

    /** From the beginning of the table once more; the event's id stays. */
    public Delivery again(Instant now) {
        return new Delivery(
                subscriber,
                event,
                State.WAITING,
                0,
                queued,
                last,
                now,
                status,
                reason,
                millis,
                watchlist,
                headline,
                alert);
    }

    /** When anything was last done about it. */
    @JsonIgnore
    public Instant changed() {
        return last == null ? queued : last;
    }

    /** Whether it can be sent again: what was taken is not kept. */
    @JsonIgnore
    public boolean isReplayable() {
        return state == State.FAILED;
    }
}
