package org.tocsin.core.dedupe;

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
        int[] theirs = kept.prints();
        int[] ours = sketch.prints;
        double found = 0;
        int shared = 0;
        int at = 0;
        for (int print : theirs) {
            // Both are sorted.
            while (at < ours.length && ours[at] < print) {
                at++;
            }
            boolean printed = at < ours.length && ours[at] == print;
            if (printed || sketch.grams.contains(print)) {
                found += printed ? weights[at] : sketch.weight(print);
                shared++;
            }
        }
        double ofKept = found == 0 ? 0 : found / (found + theirs.length - shared);
        boolean brief = sketch.isShort() || kept.words() < Grams.SHORT;
        return new Overlap(ofKept, ofNew(sketch, kept, weights), shared, brief);
    }

    private static double ofNew(Sketch sketch, Kept kept, double[] weights) {
        boolean whole = sketch.isShort() == kept.words() < Grams.SHORT;
        boolean sampled = sketch.isShort() && !whole;
        int[] theirs = kept.prints();
        int limit = kept.limit();
        double found = 0;
        double all = 0;
        int at = 0;
        for (int i = 0; i < weights.length; i++) {
            int print = sketch.prints[i];
            if (Integer.compareUnsigned(print, limit) > 0) {
                continue;
            }
            while (at < theirs.length && theirs[at] < print) {
                at++;
            }
            if (at < theirs.length && theirs[at] == print) {
                found += weights[i];
                all += weights[i];
            } else {
                // A short text keeps every run, the longer one a sample of about two in nine.
                all += sampled ? weights[i] * 2 / 9 : weights[i];
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
