package org.tocsin.core.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * Who changed what, when, before and after: what travels on {@code news.audit}.
 *
 * <p>{@code kind} says what the object is ({@code watchlist}, {@code feed}, {@code actor}, {@code
 * verdict}); {@code before} and {@code after} are the object as JSON, null where it did not exist;
 * {@code by} and {@code why} are null when unknown.
 */
public record AuditEntry(
        String object,
        String kind,
        Action action,
        int version,
        String by,
        Instant time,
        String before,
        String after,
        String why) {

    /** What was done to the object. */
    public enum Action {
        CREATED,
        CHANGED,
        DELETED
    }

    public AuditEntry {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(time, "time");
    }
}
