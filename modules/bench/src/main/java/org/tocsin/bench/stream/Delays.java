package org.tocsin.bench.stream;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * From the writing of each alert until a client read it. Kept as counts of tenths of a millisecond:
 * a run has millions of them.
 */
public final class Delays {

    private static final long TENTH = 100_000;
    private static final int LONGEST = 600_000;

    private final AtomicLongArray sent;
    private final int counted;
    private final long[] counts = new long[LONGEST + 1];

    /**
     * @param alerts how many there will be
     * @param counted the first that counts; those before it warm the machine
     */
    public Delays(int alerts, int counted) {
        this.sent = new AtomicLongArray(alerts);
        this.counted = counted;
    }

    public void sent(int number) {
        sent.set(number, System.nanoTime());
    }

    void heard(int number, long nanos) {
        if (number >= counted) {
            long tenths = (nanos - sent.get(number)) / TENTH;
            counts[(int) Math.min(LONGEST, Math.max(0, tenths))]++;
        }
    }

    public long count() {
        long all = 0;
        for (long each : counts) {
            all += each;
        }
        return all;
    }

    /** In milliseconds: what that share of the delays does not exceed. */
    public double quantile(double share) {
        long wanted = (long) Math.ceil(share * count());
        long passed = 0;
        int tenths = 0;
        while (tenths < LONGEST && (passed += counts[tenths]) < wanted) {
            tenths++;
        }
        return tenths / 10.0;
    }
}
