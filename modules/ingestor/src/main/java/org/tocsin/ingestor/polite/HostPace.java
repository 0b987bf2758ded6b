package org.tocsin.ingestor.polite;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A token bucket a host: {@value #BURST} requests at once, then one a second, or as slowly as the
 * host asks. Safe for many threads.
 *
 * <p>A bucket is kept as the instant at which it will be full again (the generic cell rate
 * algorithm of ITU-T I.371); one that is full already need not be kept at all.
 */
final class HostPace {

    static final int BURST = 5;
    static final Duration STEP = Duration.ofSeconds(1);

    /** Beyond it, full buckets are forgotten now and then. */
    private static final int MANY = 4_096;

    /** {@code step} between two requests, {@code burst} of them without one after a rest. */
    private record Bucket(Instant full, Duration step, int burst) {

        Instant next() {
            return full.minus(step.multipliedBy(burst - 1L));
        }
    }

    private final Clock clock;
    private final Map<String, Bucket> buckets = new HashMap<>();
    private int tidyAt = MANY;

    HostPace(Clock clock) {
        this.clock = clock;
    }

    /** How long until the host may be asked; zero for at once. */
    synchronized Duration wait(Place place) {
        return wait(place, clock.instant());
    }

    /** Takes the next turn, if it comes within that time: how long until then. */
    synchronized Optional<Duration> reserve(Place place, Duration longest) {
        Instant now = clock.instant();
        Duration wait = wait(place, now);
        if (wait.compareTo(longest) > 0) {
            return Optional.empty();
        }
        spend(place, now);
        return Optional.of(wait);
    }

    /** The host was asked already, whatever its turn: others wait for it. */
    synchronized void spend(Place place) {
        spend(place, clock.instant());
    }

    /** The next requests are that slow, one at a time; null for as usual. */
    synchronized void slow(Place place, Duration step) {
        Instant full = bucket(place, clock.instant()).full();
        boolean asksForMore = step != null && (place.isThisMachine() || step.compareTo(STEP) > 0);
        buckets.put(
                place.host(),
                asksForMore ? new Bucket(full, step, 1) : new Bucket(full, STEP, BURST));
    }

    /** The host wants to be left alone for so long. */
    synchronized void rest(Place place, Duration pause) {
        if (place.isThisMachine()) {
            return;
        }
        Instant now = clock.instant();
        Bucket was = bucket(place, now);
        Instant until = now.plus(pause).plus(was.step().multipliedBy(was.burst() - 1L));
        Instant full = until.isAfter(was.full()) ? until : was.full();
        buckets.put(place.host(), new Bucket(full, was.step(), was.burst()));
    }

    synchronized int size() {
        return buckets.size();
    }

    private Duration wait(Place place, Instant now) {
        Bucket bucket = buckets.get(place.host());
        if (bucket == null || !bucket.next().isAfter(now)) {
            return Duration.ZERO;
        }
        return Duration.between(now, bucket.next());
    }

    private void spend(Place place, Instant now) {
        Bucket bucket = bucket(place, now);
        boolean paced = !place.isThisMachine() || bucket.burst() == 1;
        if (paced) {
            Instant from = bucket.full().isAfter(now) ? bucket.full() : now;
            Bucket spent = new Bucket(from.plus(bucket.step()), bucket.step(), bucket.burst());
            buckets.put(place.host(), spent);
        }
    }

    private Bucket bucket(Place place, Instant now) {
        if (buckets.size() >= tidyAt) {
            buckets.values().removeIf(bucket -> !bucket.full().isAfter(now));
            tidyAt = Math.max(MANY, buckets.size() * 2);
        }
        return buckets.getOrDefault(place.host(), new Bucket(now, STEP, BURST));
    }
}
