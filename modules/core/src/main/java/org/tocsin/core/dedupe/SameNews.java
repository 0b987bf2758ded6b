package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Whether two texts that share much share the news itself, or only the background under it.
 *
 * <p>An outlet that cuts, extends or wraps a report leaves the lead of one of the two standing in
 * the other, or rewrites it with the same words of substance. Two reports of different happenings
 * over one background have each a lead of their own.
 */
final class SameNews {

    /** What of a lead's pairs of words must stand together in the other text. */
    private static final double FOUND = 0.5;

    /** What of a lead's words of substance a rewritten lead keeps, names not counted. */
    private static final double REWRITTEN = 0.6;

    private static final int REWRITTEN_LEAST = 3;

    private SameNews() {}

    static boolean in(Sketch sketch, Kept kept, boolean sameSource) {
        return !sameSource && sketch.titleKey != 0 && sketch.titleKey == kept.titleKey()
                || stands(kept.lead(), sketch.pairs())
                || stands(sketch.lead(), pairs(kept.body()))
                || standsDeeper(sketch, kept)
                || isRewritten(sketch.lead(), kept.lead());
    }

    private static boolean stands(short[] lead, IntSet pairs) {
        int found = 0;
        for (int i = 0; i + 1 < lead.length; i++) {
            found += pairs.contains(pair(lead, i)) ? 1 : 0;
        }
        return lead.length > 1 && found >= FOUND * (lead.length - 1);
    }

    /** The words in a row, two by two. */
    static IntSet pairs(short[] codes) {
        var pairs = new IntSet(codes.length);
        for (int i = 0; i + 1 < codes.length; i++) {
            pairs.add(pair(codes, i));
        }
        return pairs;
    }

    private static int pair(short[] codes, int at) {
        return Codes.word(codes[at]) << 14 | Codes.word(codes[at + 1]);
    }

    /** Of the kept text only the opening is there word for word, of the rest a sample of runs. */
    private static boolean standsDeeper(Sketch sketch, Kept kept) {
        if (kept.words() <= kept.body().length) {
            return false;
        }
        int found = sketch.leadRunsIn(kept.prints());
        double sampled = (double) kept.prints().length / kept.words();
        return found >= 2 && found >= FOUND * sampled * sketch.lead().length;
    }

    private static boolean isRewritten(short[] one, short[] other) {
        int[] here = substance(one);
        int[] there = substance(other);
        long shared = Arrays.stream(here).filter(w -> Arrays.binarySearch(there, w) >= 0).count();
        return shared >= REWRITTEN_LEAST
                && shared >= REWRITTEN * Math.min(here.length, there.length);
    }

    private static int[] substance(short[] codes) {
        var words = new int[codes.length];
        int count = 0;
        for (short code : codes) {
            if (Codes.kind(code) == Codes.CONTENT) {
                words[count++] = Codes.word(code);
            }
        }
        return Arrays.stream(words, 0, count).sorted().distinct().toArray();
    }
}
