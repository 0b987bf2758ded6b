package org.tocsin.core.dedupe;

import java.util.Arrays;

/** Tells reports made from one template apart by the numbers, dates and places that differ. */
final class Template {

    /** The kept opening may stand behind furniture in the new article, but not far. */
    private static final int COMPARED = 600;

    private static final double OF_ONE_MOULD = 0.5;

    private Template() {}

    /**
     * @param contained the news of the one stand in the other whole: under a lead of its own, which
     *     may name another day
     */
    static boolean differs(Sketch sketch, Kept kept, boolean contained) {
        short[] body = Arrays.copyOf(sketch.body, Math.min(COMPARED, sketch.body.length));
        Alignment bodies = Alignment.of(kept.body(), body);
        Alignment titles = Alignment.of(kept.title(), sketch.title);
        int numbers = bodies.exchangedNumbers();
        int names = bodies.exchangedNames();
        boolean brief = sketch.isShort() || kept.words() < Grams.SHORT;
        if (brief && (numbers > 0 || names > 0)) {
            return true;
        }
        int day = Days.weekday(sketch.title, sketch.lead(), 0);
        int other = Days.weekday(kept.title(), kept.lead(), 0);
        if (!contained
                && day != 0
                && other != 0
                && day != other
                && !Days.mayAgree(sketch, kept, Math.max(0, kept.leadFrom()))) {
            return true;
        }
        if (isOtherNews(Alignment.of(kept.lead(), sketch.lead()))) {
            return true;
        }
        boolean titleDiffers =
                titles.share() >= OF_ONE_MOULD
                        && titles.exchangedNumbers() + titles.exchangedNames() > 0;
        if (titleDiffers && numbers + names > 0) {
            return true;
        }
        return numbers >= 2 && numbers * 3 >= bodies.sameNumbers()
                || names >= 2 && names * 2 >= bodies.sameNames()
                || numbers >= 1
                        && names >= 1
                        && (numbers + names) * 4 >= bodies.sameNumbers() + bodies.sameNames();
    }

    /** Leads of one mould in which half of the names and numbers are others. */
    private static boolean isOtherNews(Alignment leads) {
        int exchanged = leads.exchangedNumbers() + leads.exchangedNames();
        return leads.share() >= OF_ONE_MOULD
                && exchanged >= 2
                && exchanged >= leads.sameNumbers() + leads.sameNames();
    }
}
