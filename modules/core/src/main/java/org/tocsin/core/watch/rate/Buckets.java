package org.tocsin.core.watch.rate;

import java.util.ArrayList;
import java.util.List;

/**
 * How many things fell into each of a row of equal spans of time.
 *
 * @param last the number of the latest span, counted from 1970
 * @param counts from the latest back, without the empty ones at the end
 */
public record Buckets(long last, List<Integer> counts) {

    static final Buckets NONE = new Buckets(Long.MIN_VALUE, List.of());

    public Buckets {
        counts = List.copyOf(counts);
    }

    /** With one more in that span; what lies {@code kept} spans before the latest is forgotten. */
    Buckets plus(long span, int kept) {
        long latest = Math.max(last, span);
        var next = new ArrayList<Integer>();
        for (long at = latest; at > latest - kept; at--) {
            next.add(in(at) + (at == span ? 1 : 0));
        }
        while (!next.isEmpty() && next.get(next.size() - 1) == 0) {
            next.remove(next.size() - 1);
        }
        return new Buckets(latest, next);
    }

    private int in(long span) {
        // The empty row has no last span to count back from.
        return counts.isEmpty() || span > last || last - span >= counts.size()
                ? 0
                : counts.get((int) (last - span));
    }

    /** How many fell into the spans from the one to the other, both included. */
    int sum(long first, long end) {
        int sum = 0;
        for (int back = 0; back < counts.size(); back++) {
            long span = last - back;
            sum += span >= first && span <= end ? counts.get(back) : 0;
        }
        return sum;
    }
}
