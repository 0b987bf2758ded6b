package org.tocsin.core.watch;

import java.time.Duration;
import java.util.Objects;

/**
 * A standing question of an analyst, as it is written and stored.
 *
 * <p>{@code when} is the rule in the contract's query language; {@code within} is {@code sentence},
 * {@code article}, {@code story} or an ISO 8601 duration; {@code origins} at least 1; {@code route}
 * null or the suffix of an alert topic; {@code version} counts from 1 and is the alerts' {@code
 * rule}. Whether {@code when} makes sense is decided by the validator, not here.
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
        int version) {

    public static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(30);
    public static final String DEFAULT_WITHIN = "article";

    public Watchlist {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(when, "when");
        title = title == null ? id : title;
        severity = severity == null ? Severity.MEDIUM : severity;
        within = within == null ? DEFAULT_WITHIN : within;
        cooldown = cooldown == null ? DEFAULT_COOLDOWN : cooldown;
    }

    public Watchlist withVersion(int number) {
        return new Watchlist(
                id, title, owner, severity, when, within, origins, cooldown, route, number);
    }
}
