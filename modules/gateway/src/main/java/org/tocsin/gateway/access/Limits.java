package org.tocsin.gateway.access;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How many requests each token and session may send: a bucket of allowances that fills evenly, a
 * quarter of a minute's at most, from which each request takes one (a token bucket; the algorithm
 * of Turner's "leaky bucket as a meter", ITU-T I.371). Whoever has neither token nor session sits
 * at this machine, or gets no further than the sign-in page.
 */
public final class Limits {

    private static final double NANOS_A_MINUTE = 60e9;
    private static final int BURST = 4;
    private static final int MANY = 1_000;

    private final int usual;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * @param usual requests a minute where a token does not say; 0 for any number
     * @param nanos a clock that only goes on, such as {@link System#nanoTime}
     */
    public Limits(int usual, LongSupplier nanos) {
        this.usual = usual;
        this.nanos = nanos;
    }

    /**
     * Whether a request may go on.
     *
     * @param perMinute the limit that holds; 0 for none
     * @param left how many more may come at once
     * @param seconds until there is another, where there is none now
     */
    public record Allowance(boolean granted, int perMinute, int left, int seconds) {
        private static final Allowance UNLIMITED = new Allowance(true, 0, 0, 0);
    }

    /** Takes one for that caller. */
    public Allowance take(Principal caller) {
        int perMinute = caller.perMinute() > 0 ? caller.perMinute() : usual;
        if (perMinute == 0 || caller.key() == null) {
            return Allowance.UNLIMITED;
        }
        long now = nanos.getAsLong();
        if (buckets.size() > MANY) {
            // A full bucket remembers nothing that a new one does not say.
            buckets.values().removeIf(bucket -> bucket.isFull(now));
        }
        return buckets.computeIfAbsent(caller.key(), key -> new Bucket(perMinute, now)).take(now);
    }

    /** Whose requests are counted at present. */
    int remembered() {
        return buckets.size();
    }

    private static final class Bucket {

        private final int perMinute;
        private final double most;
        private double left;
        private long filled;

        Bucket(int perMinute, long now) {
            this.perMinute = perMinute;
            this.most = Math.max(1, perMinute / BURST);
            this.left = most;
            this.filled = now;
        }

        synchronized boolean isFull(long now) {
            fill(now);
            return left >= most;
        }

        synchronized Allowance take(long now) {
            fill(now);
            boolean granted = left >= 1;
            if (granted) {
                left--;
            }
            double missing = Math.max(0, 1 - left);
            int seconds = granted ? 0 : (int) Math.ceil(missing * 60 / perMinute);
            return new Allowance(granted, perMinute, (int) left, seconds);
        }

        private void fill(long now) {
            left = Math.min(most, left + (now - filled) / NANOS_A_MINUTE * perMinute);
            filled = now;
        }
    }
}
