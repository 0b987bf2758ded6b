package org.tocsin.gateway.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last durations of something, in milliseconds. Safe for many threads. */
final class Sample {

    static final int KEPT = 1_000;

    private static final List<Duration> BOUNDS =
            List.of(
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(2),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(6));

    private final long[] last = new long[KEPT];
    private int seen;

    synchronized void add(Duration took) {
        last[seen % KEPT] = took.toMillis();
        // Counted up to twice what is kept and back, so that it never ends.
        seen = seen + 1 == 2 * KEPT ? KEPT : seen + 1;
    }

    /** Null where there is nothing yet. */
    Spread spread() {
        long[] sorted = sorted();
        return sorted.length == 0
                ? null
                : new Spread(
                        sorted.length,
                        at(sorted, .5),
                        at(sorted, .9),
                        at(sorted, .99),
                        bars(sorted));
    }

    private synchronized long[] sorted() {
        long[] copy = Arrays.copyOf(last, Math.min(seen, KEPT));
        Arrays.sort(copy);
        return copy;
    }

    /** By the nearest rank: one of the durations themselves. */
    private static Duration at(long[] sorted, double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return Duration.ofMillis(sorted[Math.max(0, rank - 1)]);
    }

    private static List<Spread.Bar> bars(long[] sorted) {
        var bars = new ArrayList<Spread.Bar>();
        int from = 0;
        for (Duration bound : BOUNDS) {
            int to = from;
            while (to < sorted.length && sorted[to] < bound.toMillis()) {
                to++;
            }
            bars.add(new Spread.Bar(bound, to - from));
            from = to;
        }
        bars.add(new Spread.Bar(null, sorted.length - from));
        return bars;
    }
}
