package org.tocsin.core.dedupe;

import java.time.Duration;

/**
 * Whether two articles tell of one happening, by what they share and what they do not: the odds of
 * a logistic regression, of which docs/dedupe.md has the table. It errs towards two.
 *
 * <p>The weights were fitted to pairs of invented tellings and rounded; what keeps deeds apart was
 * then set higher, since few of those pairs share all names and tell of different deeds.
 */
final class OneHappening {

    /** From these odds on, as a logarithm, the two are told as one. */
    static final double SURE = 1;

    /** With less in common nothing else is looked at. */
    static final double WORTH_IT = 2.5;

    private static final double BIAS = -0.68;
    private static final double NAMES = 1.4;
    private static final double REST = 0.22;

    /** Of all that the shorter says at its top: a long report shares its names with many. */
    private static final double PART = -1.4;

    /** For each doubling and more of the hours between them, by their natural logarithm. */
    private static final double LATER = -0.36;

    /** For all that is shared: an outlet tells of the same places and people every day. */
    private static final double OF_ONE_OUTLET = -0.58;

    private static final double AKIN_DEEDS = -1;
    private static final double STRANGE_DEEDS = -3;
    private static final double STRANGE_NAMES = -0.9;
    private static final double BOTH_COUNT = -0.9;
    private static final double SHARED_NUMBER = 0.89;
    private static final double OTHER_TITLE = -0.45;

    /** What is above these says no more. */
    private static final double MOST_NAMES = 3;

    private static final double MOST_REST = 8;
    private static final int MOST_NUMBERS = 4;

    private static final double HALF_AN_HOUR = 0.5;
    private static final double MINUTES = 60;

    /**
     * Most of what the shorter says at its top: two short tellings have little to share, and say
     * nearly all of it.
     */
    private static final double NEARLY_ALL = 0.6;

    private static final double OF_SHORT = 3.3;

    /** Longer after one another the same few words may well tell of the next such happening. */
    private static final Duration TOGETHER = Duration.ofHours(12);

    private OneHappening() {}

    /**
     * @param elsewhere whether the two are of two outlets
     * @param apart the time between them
     * @return a logarithm; {@link #SURE} at least where the two tell of one happening
     */
    static double odds(Evidence.Shared shared, Tops.Sides tops, boolean elsewhere, Duration apart) {
        double odds =
                BIAS
                        + NAMES * Math.min(MOST_NAMES, shared.names())
                        + REST * Math.min(MOST_REST, shared.rest())
                        + PART * shared.part()
                        + LATER * Math.log(HALF_AN_HOUR + apart.toMinutes() / MINUTES)
                        + (elsewhere ? 0 : OF_ONE_OUTLET * Math.min(MOST_REST, shared.sum()))
                        + ofDeeds(shared.deeds())
                        + STRANGE_NAMES * tops.strange()
                        + (tops.bothCount() ? BOTH_COUNT : 0)
                        + SHARED_NUMBER * Math.min(MOST_NUMBERS, tops.numbers())
                        + (tops.otherDeeds() ? OTHER_TITLE : 0);
        return isToldShortly(shared, elsewhere, apart) ? Math.max(odds, SURE) : odds;
    }

    private static double ofDeeds(int known) {
        if (known == Deeds.AKIN) {
            return AKIN_DEEDS;
        }
        return Deeds.mayBeOne(known) ? 0 : STRANGE_DEEDS;
    }

    private static boolean isToldShortly(
            Evidence.Shared shared, boolean elsewhere, Duration apart) {
        return shared.deeds() == Deeds.KNOWN
                && shared.part() >= NEARLY_ALL
                && shared.sum() >= OF_SHORT
                && shared.names() >= 1
                && elsewhere
                && apart.compareTo(TOGETHER) <= 0;
    }
}
