package org.tocsin.gateway.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How many seconds of a clock pass in a real one: 1, but for a replay of old news. What the
 * pipeline takes is real time whatever the clock says, so it must be told apart. Safe for many
 * threads.
 */
final class ClockSpeed {

    private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

    private final Clock clock;
    private long nanos;
    private Instant instant;
    private double speed = 1;

    ClockSpeed(Clock clock) {
        this.clock = clock;
        this.nanos = System.nanoTime();
        this.instant = clock.instant();
    }

    synchronized double now() {
        long passed = System.nanoTime() - nanos;
        if (passed >= LOOK_NANOS) {
            Instant at = clock.instant();
            double told = (double) Duration.between(instant, at).toNanos() / passed;
            // A clock that is corrected a little is no replay.
            speed = told < 1.5 ? 1 : told;
            nanos += passed;
            instant = at;
        }
        return speed;
    }
}
