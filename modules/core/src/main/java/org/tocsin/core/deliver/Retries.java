package org.tocsin.core.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * When a delivery is tried again: the table of Standard Webhooks 1.0 ("Retry schedule"), ten
 * attempts over about three days. Each pause is lengthened by up to a tenth, which follows from the
 * subscriber, so that those who were away together are not all tried in the same second, and that
 * the alerts of one digest stay together.
 */
public final class Retries {

    private static final List<Duration> PAUSES =
            List.of(
                    Duration.ofSeconds(5),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(5),
                    Duration.ofHours(10),
                    Duration.ofHours(14),
                    Duration.ofHours(20),
                    Duration.ofHours(24));

    /** With the first. */
    public static final int MOST_ATTEMPTS = PAUSES.size() + 1;

    private Retries() {}

    /** The pause after so many attempts, at least 1; empty when that was the last. */
    public static Optional<Duration> pauseAfter(int attempts, String subscriber) {
        if (attempts >= MOST_ATTEMPTS) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(attempts - 1);
        long spread = Math.floorMod(subscriber.hashCode() * 31L + attempts, 100);
        return Optional.of(pause.plus(pause.multipliedBy(spread).dividedBy(1_000)));
    }
}
