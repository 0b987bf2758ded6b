package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * How much of an article's body is in another's, both ways.
 *
 * <p>{@code ofKept} is the part of the kept article that the new one has (an original that was
 * extended), {@code ofNew} the part of the new one that the kept has (an original that was cut);
 * {@code shared} counts the fingerprints seen in both. Passages held by many articles and
 * quotations weigh less.
 */
record Overlap(double ofKept, double ofNew, int shared, boolean brief) {

    /** What a quotation counts of what the outlet's own words count. */
    static final double QUOTED = 0.4;

    private static final double MOST = 0.6;
    private static final double NEARLY_ALL = 0.75;

    /** {@code weights} say what each of the sketch's fingerprints counts. */
    static Overlap of(Sketch sketch, Kept kept, double[] weights) {
        double found = 0;
        int shared = 0;
        for (int print : kept.prints()) {
            if (sketch.grams.contains(print)) {
                int at = Arrays.binarySearch(sketch.prints, print);
                found += at >= 0 ? weights[at] : sketch.weight(print);
                shared++;
            }
        }
        double ofKept = found == 0 ? 0 : found / (found + kept.prints().length - shared);
        boolean brief = sketch.isShort() || kept.words() < Grams.SHORT;
        return new Overlap(ofKept, ofNew(sketch, kept, weights), shared, brief);
    }

    private static double ofNew(Sketch sketch, Kept kept, double[] weights) {
        double found = 0;
        double all = 0;
        boolean whole = sketch.isShort() == kept.words() < Grams.SHORT;
        for (int i = 0; i < weights.length; i++) {
            int print = sketch.prints[i];
            if (Integer.compareUnsigned(print, kept.limit()) > 0) {
                continue;
            }
            if (Arrays.binarySearch(kept.prints(), print) >= 0) {
                found += weights[i];
                all += weights[i];
            } else if (whole || !sketch.isShort()) {
                all += weights[i];
            } else {
                // A short text keeps every run, the longer one a sample of about two in nine.
                all += weights[i] * 2 / 9;
            }
        }
        return all == 0 ? 0 : Math.min(1, found / all);
    }

    double similarity() {
        return Math.round(Math.max(ofKept, ofNew) * 100) / 100.0;
    }

    /**
     * Within one source, furniture and background are shared by articles that are not copies, so
     * more is asked.
     */
    boolean isCopy(boolean sameSource) {
        double least = brief ? 0.6 : sameSource ? 0.65 : 0.45;
        return shared >= 4 && similarity() >= least;
    }

    /** All but a paragraph or two of the one is all but that of the other. */
    boolean isWhole() {
        return Math.min(ofKept, ofNew) >= MOST && Math.max(ofKept, ofNew) >= NEARLY_ALL;
    }
}
