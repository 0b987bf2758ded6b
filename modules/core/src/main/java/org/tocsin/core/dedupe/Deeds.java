package org.tocsin.core.dedupe;

/**
 * What two articles say was done, in title or lead: each of two tellings of one happening knows of
 * the other's deed, whatever else it goes on about.
 */
final class Deeds {

    private Deeds() {}

    /**
     * 2 where each has at its top a deed that the other names, 1 where only one of them names any,
     * 0 where neither does, and -1 where one tells of a deed that the other does not know.
     *
     * @param there what the kept article has at its top
     * @param here what the new one has
     */
    static int known(Sketch sketch, Kept kept, Known there, Known here) {
        int ours = told(sketch.title, sketch.lead(), there);
        int theirs = told(kept.title(), kept.lead(), here);
        return ours < 0 || theirs < 0 ? -1 : ours + theirs;
    }

    /** 0 where title and lead name no deed, 1 where one of them is known, else -1. */
    private static int told(short[] title, short[] lead, Known known) {
        int told = told(title, known);
        int below = told == 1 ? 1 : told(lead, known);
        return below == 0 ? told : below;
    }

    private static int told(short[] codes, Known known) {
        int told = 0;
        for (short code : codes) {
            if (Codes.shipped().isDeed(code)) {
                if (known.has(code)) {
                    return 1;
                }
                told = -1;
            }
        }
        return told;
    }

    /** Whether a text has the word at its top. */
    interface Known {
        boolean has(short code);
    }
}
