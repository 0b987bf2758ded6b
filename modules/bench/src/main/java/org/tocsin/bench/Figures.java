package org.tocsin.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** How the benchmarks say what they found. */
final class Figures {

    private Figures() {}

    /** Minimum, median and maximum of a rate a second over several rounds. */
    static String rate(String name, int count, List<Duration> rounds) {
        double[] rates =
                rounds.stream().mapToDouble(round -> count / seconds(round)).sorted().toArray();
        return "%-34s %,10.0f /s   (min %,.0f, max %,.0f, %d rounds)"
                .formatted(
                        name,
                        rates[rates.length / 2],
                        rates[0],
                        rates[rates.length - 1],
                        rates.length);
    }

    /** The median and the 99th percentile of latencies in milliseconds. */
    static String latency(String name, long[] millis) {
        long[] sorted = millis.clone();
        Arrays.sort(sorted);
        return "%-34s p50 %,d ms   p99 %,d ms   max %,d ms   (%d)"
                .formatted(
                        name,
                        sorted[sorted.length / 2],
                        sorted[(int) (sorted.length * 0.99)],
                        sorted[sorted.length - 1],
                        sorted.length);
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
