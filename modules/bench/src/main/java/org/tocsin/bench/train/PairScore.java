package org.tocsin.bench.train;

import java.util.Locale;
import org.tocsin.core.dedupe.Comparison;

/** Of pairs that belong together or not, how many are put together. */
final class PairScore {

    private int right;
    private int wrong;
    private int missed;

    void add(boolean together, double odds) {
        boolean put = odds >= Comparison.SURE;
        right += put && together ? 1 : 0;
        wrong += put && !together ? 1 : 0;
        missed += !put && together ? 1 : 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "precision %.3f, recall %.3f",
                (double) right / Math.max(1, right + wrong),
                (double) right / Math.max(1, right + missed));
    }
}
