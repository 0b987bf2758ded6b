package org.tocsin.core.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * Who changed what, when, before and after: what travels on {@code news.audit}.
 *
 * <p>{@code kind} says what the object is ({@code watchlist}, {@code feed}, {@code actor}, {@code
 * verdict}, {@code token} also of sessions); {@code before} and {@code after} are the object as
 * JSON, null where it did not exist; {@code by} and {@code why} are null when unknown.
 *
 * <p>Entries are a chain: {@code number} counts them from 1, {@code previous} is the hash of the
 * one before (null in the first) and {@code hash} that of this one, see {@link AuditChain}. An
 * entry from before there was a chain has the number 0 and no hash.
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
        String why,
        long number,
        String previous,
        String hash) {

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

    /** One that is not in the chain yet. */
    public AuditEntry(
            String object,
            String kind,
            Action action,
            int version,
            String by,
            Instant time,
            String before,
            String after,
            String why) {
        this(object, kind, action, version, by, time, before, after, why, 0, null, null);
    }

    AuditEntry chained(long place, String hashBefore, String ownHash) {
        return new AuditEntry(
                object,
                kind,
                action,
                version,
                by,
                time,
                before,
                after,
                why,
                place,
                hashBefore,
                ownHash);
    }
}
