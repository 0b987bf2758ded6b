package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.deliver.Delivery;

/**
 * What came of an attempt. {@code status} is 0 where nobody answered; {@code pause} is what the
 * other side asks for before anything else is sent to it, zero for nothing.
 */
record Outcome(Verdict verdict, int status, String reason, Duration pause, int millis) {

    enum Verdict {
        TAKEN,
        /** Not this time. */
        REFUSED,
        /** Not in this form or not there: no attempt would change it. */
        HOPELESS,
        /** The subscriber is no more: HTTP 410. */
        GONE
    }

    static Outcome taken(int status, int millis) {
        return new Outcome(Verdict.TAKEN, status, null, Duration.ZERO, millis);
    }

    static Outcome refused(int status, String reason, int millis) {
        return new Outcome(Verdict.REFUSED, status, reason, Duration.ZERO, millis);
    }

    static Outcome hopeless(String reason) {
        return new Outcome(Verdict.HOPELESS, 0, reason, Duration.ZERO, 0);
    }

    Outcome pausing(Duration asked) {
        return new Outcome(verdict, status, reason, asked, millis);
    }

    /** The delivery as it stands afterwards. */
    Delivery on(Delivery delivery, Instant at) {
        var attempt = new Delivery.Attempt(at, status, millis);
        return switch (verdict) {
            case TAKEN -> delivery.delivered(attempt);
            case REFUSED -> delivery.refused(attempt, reason, pause);
            case HOPELESS, GONE -> delivery.failed(attempt, reason);
        };
    }
}
