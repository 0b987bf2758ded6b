package org.tocsin.core.watch;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

/**
 * A standing question of an analyst, as it is written and stored.
 *
 * <p>{@code when} is the rule in the contract's query language; {@code within} is {@code sentence},
 * {@code article}, {@code story} or an ISO 8601 duration; {@code origins} at least 1; {@code quiet}
 * null or hours of the day with a zone ({@link org.tocsin.core.watch.hush.QuietHours}); {@code
 * budget} null or the most alerts a day; {@code route} null or the suffix of an alert topic; {@code
 * version} counts from 1 and is the alerts' {@code rule}; {@code rate} null or how much more often
 * than usual it must be told of ({@link org.tocsin.core.watch.rate.Rate}). Whether {@code when}
 * makes sense is decided by the validator, not here.
 */
public record Watchlist(
        String id,
        String title,
        String owner,
        Severity severity,
        String when,
        String within,
        int origins,
        Duration cooldown,
        String route,
        int version,
        String quiet,
        Integer budget,
        State state,
        String rate) {

    /** Whether it rings, or is only watched itself: what it would have rung is kept apart. */
    public enum State {
        LIVE,
        WATCHING;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(30);
    public static final String DEFAULT_WITHIN = "article";

    public Watchlist {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        title = title == null ? id : title;
        severity = severity == null ? Severity.MEDIUM : severity;
        within = within == null ? DEFAULT_WITHIN : within;
        cooldown = cooldown == null ? DEFAULT_COOLDOWN : cooldown;
        state = state == null ? State.LIVE : state;
    }

    /** Without a rate. */
    public Watchlist(
            String id,
            String title,
            String owner,
            Severity severity,
            String when,
            String within,
            int origins,
            Duration cooldown,
            String route,
            int version,
            String quiet,
            Integer budget,
            State state) {
        this(
                id, title, owner, severity, when, within, origins, cooldown, route, version, quiet,
                budget, state, null);
    }

    /** Live, without quiet hours or a budget. */
    public Watchlist(
            String id,
            String title,
            String owner,
            Severity severity,
            String when,
            String within,
            int origins,
            Duration cooldown,
            String route,
            int version) {
        this(
                id, title, owner, severity, when, within, origins, cooldown, route, version, null,
                null, null);
    }

    public Watchlist withVersion(int number) {
        return new Watchlist(
                id, title, owner, severity, when, within, origins, cooldown, route, number, quiet,
                budget, state, rate);
    }

    /** The same as if it rang. */
    public Watchlist asLive() {
        return new Watchlist(
                id,
                title,
                owner,
                severity,
                when,
                within,
                origins,
                cooldown,
                route,
                version,
                quiet,
                budget,
                State.LIVE,
                rate);
    }

    @JsonIgnore
    public boolean isWatching() {
        return state == State.WATCHING;
    }
}
