package org.tocsin.core.dedupe;

/**
 * What two articles say was done, in title or lead: each of two tellings of one happening knows of
 * the other's deed, whatever else it goes on about.
 */
final class Deeds {

    private Deeds() {}

    /** Neither names a deed. */
    static final int NONE = 0;

    /** Only one of the two names a deed, and the other knows it. */
    static final int ONE_KNOWN = 1;

    /** Each has at its top a deed that the other names. */
    static final int KNOWN = 2;

    /** One tells of a deed that the other does not know, but of its kind: killed and mourned. */
    static final int AKIN = -1;

    /** One tells of a deed, and the other of none of its kind. */
    static final int STRANGE = -2;

    /**
     * What each of the two knows of what the other says was done.
     *
     * @param there what the kept article has at its top
     * @param here what the new one has
     */
    static int known(Sketch sketch, Kept kept, Known there, Known here) {
        int ours = told(sketch.title, sketch.lead(), there);
        int theirs = told(kept.title(), kept.lead(), here);
        if (ours >= 0 && theirs >= 0) {
            return ours + theirs;
        }
        return (kin(sketch) & kin(kept)) != 0 ? AKIN : STRANGE;
    }

    /** Whether what {@link #known} says is that the two may tell of one deed. */
    static boolean mayBeOne(int known) {
        return known > NONE || known == AKIN;
    }

    private static int kin(Sketch sketch) {
        int lead = sketch.lead.from();
        return kin(sketch.title, 0, sketch.title.length)
                | kin(sketch.body, lead, lead + Terms.OPENING);
    }

    private static int kin(Kept kept) {
        int lead = Math.max(0, kept.leadFrom());
        return kin(kept.title(), 0, kept.title().length)
                | kin(kept.body(), lead, lead + Terms.OPENING);
    }

    private static int kin(short[] codes, int from, int to) {
        int kin = 0;
        for (int i = from; i < Math.min(to, codes.length); i++) {
            kin |= Codes.shipped().isDeed(codes[i]) ? Codes.shipped().kin(codes[i]) : 0;
        }
        return kin;
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

    /** Both titles say that one thing was done: the next strike is told as the last one was. */
    static boolean titleOne(short[] one, short[] other) {
        return titled(one, other) > 0;
    }

    /** Both titles say what was done, and not the same. */
    static boolean titleOthers(short[] one, short[] other) {
        return titled(one, other) == 0 && titled(other, other) > 0 && titled(one, one) > 0;
    }

    /** How many deeds of the one title stand in the other. */
    private static int titled(short[] one, short[] other) {
        int titled = 0;
        for (short code : one) {
            boolean shared =
                    Codes.shipped().isDeed(code) && Terms.contains(other, other.length, code);
            titled += shared ? 1 : 0;
        }
        return titled;
    }

    /** Whether a text has the word at its top. */
    interface Known {
        boolean has(short code);
    }
}
