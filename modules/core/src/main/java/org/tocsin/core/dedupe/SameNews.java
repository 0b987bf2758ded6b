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

    /** The same where it may be told in two sentences instead of one. */
    private static final double NEARLY_TOLD = 0.6;

    /** What of a text is left where another outlet adds to it. */
    private static final double NEARLY_ALL = 0.75;

    private static final int REWRITTEN_LEAST = 3;

    /** What of the weight of title and lead is found in those of the other. */
    private static final double TOLD = 0.45;

    private SameNews() {}

    static boolean in(Sketch sketch, Kept kept, boolean sameSource) {
        return !sameSource && sketch.titleKey != 0 && sketch.titleKey == kept.titleKey()
                || stands(kept.lead(), sketch.pairs())
                || stands(sketch.lead(), pairs(kept.body()))
                || standsDeeper(sketch, kept)
                || isRewritten(sketch.lead(), kept.lead())
                || tellsTheSame(sketch, kept)
                || isToldAtTheTop(kept.title(), kept.lead(), sketch)
                || isToldAtTheTop(sketch, kept);
    }

    /** Behind a first sentence of the outlet's own comes what the other begins with. */
    private static boolean isToldAtTheTop(short[] title, short[] lead, Sketch sketch) {
        return isTold(news(title, lead), top(sketch.title, sketch.body, sketch.lead.from()));
    }

    private static boolean isToldAtTheTop(Sketch sketch, Kept kept) {
        short[] there = top(kept.title(), kept.body(), Math.max(0, kept.leadFrom()));
        return isTold(news(sketch.title, sketch.lead()), there);
    }

    private static short[] top(short[] title, short[] body, int lead) {
        return Terms.of(title, body, lead);
    }

    /** Nearly all that title and lead say: two names, and a figure. */
    private static boolean isTold(short[] news, short[] top) {
        Common both = Common.of(news, top);
        return both.names >= 2 && both.numbers >= 1 && both.weight >= NEARLY_TOLD * weight(news);
    }

    /** What of the one text's words stands in the other too. */
    private record Common(int names, int numbers, double weight) {

        static Common of(short[] one, short[] other) {
            int names = 0;
            int numbers = 0;
            double weight = 0;
            for (short code : one) {
                if (Terms.contains(other, other.length, code)) {
                    weight += SameNews.weight(code);
                    names += Codes.kind(code) == Codes.NAME ? 1 : 0;
                    numbers += Codes.shipped().isFigure(code) ? 1 : 0;
                }
            }
            return new Common(names, numbers, weight);
        }
    }

    /**
     * Nearly all of the one is in the other, the lead of the news too: an outlet's own stands over
     * it.
     */
    static boolean contains(Sketch sketch, Kept kept, Overlap overlap) {
        return overlap.ofKept() >= NEARLY_ALL && stands(kept.lead(), sketch.pairs())
                || overlap.ofNew() >= NEARLY_ALL && stands(sketch.lead(), pairs(kept.body()));
    }

    /** A title and a lead of one's own still name who did it, and how many or how much. */
    private static boolean tellsTheSame(Sketch sketch, Kept kept) {
        short[] here = news(sketch.title, sketch.lead());
        short[] there = news(kept.title(), kept.lead());
        Common both = Common.of(here, there);
        return both.names + both.numbers >= 3
                && both.numbers >= 1
                && both.weight >= TOLD * Math.min(weight(here), weight(there));
    }

    /**
     * Of texts that are the same all but for the lead: the same day, and two of the same names,
     * though nobody has counted anything.
     */
    static boolean namesTheSame(Sketch sketch, Kept kept) {
        int day = Days.weekday(sketch.title, sketch.lead(), 0);
        if (day == 0 || day != Days.weekday(kept.title(), kept.lead(), 0)) {
            return false;
        }
        short[] there = news(kept.title(), kept.lead());
        int names = 0;
        boolean telling = false;
        for (short code : news(sketch.title, sketch.lead())) {
            if (Codes.kind(code) == Codes.NAME && Terms.contains(there, there.length, code)) {
                names++;
                telling |= Codes.shipped().isTelling(code);
            }
        }
        return names >= 2 && telling;
    }

    private static short[] news(short[] title, short[] lead) {
        return Terms.of(title, lead, 0);
    }

    private static double weight(short[] codes) {
        double weight = 0;
        for (short code : codes) {
            weight += SameNews.weight(code);
        }
        return weight;
    }

    private static double weight(short code) {
        return Codes.kind(code) == Codes.NUMBER ? 1 : Codes.shipped().telling(code);
    }

    /** Whether the lead says what the title says; what does not is a caption or an invitation. */
    static boolean takesUp(short[] title, short[] lead) {
        int said = 0;
        for (short code : Terms.of(title, lead, lead.length)) {
            said += Terms.contains(lead, lead.length, code) ? 1 : 0;
        }
        return said >= 2;
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
        int shared = 0;
        for (int word : here) {
            shared += Arrays.binarySearch(there, word) >= 0 ? 1 : 0;
        }
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
        return Grams.distinct(words, count);
    }
}
