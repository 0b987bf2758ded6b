package org.tocsin.core.dedupe;

/**
 * How strong a quake is said to be: what parts a quake from its aftershocks and from the next one,
 * of which bulletins say the same in all else. A first estimate may be corrected a little.
 */
final class Magnitude {

    private static final int WORD = Codes.word(Codes.code(Codes.CONTENT, "magnitude"));

    /** In tenths. */
    private static final int CORRECTED = 4;

    /** Words between the magnitude and its figure. */
    private static final int NEAR = 2;

    private Magnitude() {}

    /** Whether both say how strong it was, and not the same. */
    static boolean differs(Sketch sketch, Kept kept) {
        int here = tenths(sketch.title, sketch.body, sketch.lead.from());
        if (here == 0) {
            return false;
        }
        int there = tenths(kept.title(), kept.body(), Math.max(0, kept.leadFrom()));
        return there != 0 && Math.abs(here - there) > CORRECTED;
    }

    /** As title or opening says first; 0 where they do not. */
    private static int tenths(short[] title, short[] body, int lead) {
        int titled = tenths(title, 0, title.length);
        return titled != 0
                ? titled
                : tenths(body, lead, Math.min(body.length, lead + Terms.OPENING));
    }

    private static int tenths(short[] codes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Codes.word(codes[i]) == WORD) {
                for (int at = Math.max(from, i - NEAR); at + 1 < Math.min(to, i + NEAR + 2); at++) {
                    int whole = Codes.shipped().day(codes[at]);
                    int tenth = Codes.shipped().day(codes[at + 1]);
                    boolean figures = Codes.kind(codes[at + 1]) == Codes.NUMBER && tenth < 10;
                    if (whole > 0 && whole < 10 && figures) {
                        return 10 * whole + tenth;
                    }
                }
            }
        }
        return 0;
    }
}
