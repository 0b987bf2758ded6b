package org.tocsin.core.dedupe;

import java.time.Duration;

/**
 * How much two articles must share to tell of one happening (docs/dedupe.md has the table). It errs
 * towards two.
 */
final class OneHappening {

    /** With less in common nothing else is looked at. */
    private static final double WORTH_IT = 3.7;

    private static final double PART = 0.13;

    /** So much is enough whatever it is made of, where the two may tell of one deed. */
    private static final double SURE = 6.5;

    /** So much says that it is one happening, though the two tell of different deeds. */
    private static final double OTHER_DEED = 7;

    /** The same where neither names a deed: reports of two matches share their whole mould. */
    private static final double NO_DEED = 9.5;

    /** Names that are enough where both tell what was done. */
    private static final double MANY_NAMES = 4.2;

    /** The same of texts so long that the chance of naming them both is small. */
    private static final double TWO_NAMES = 2.4;

    private static final double LONG = 0.24;

    /**
     * Most of what the shorter says at its top: two short tellings have little to share, and say
     * nearly all of it.
     */
    private static final double NEARLY_ALL = 0.6;

    private static final double OF_SHORT = 3.3;

    /** Longer after one another the same few words may well tell of the next such happening. */
    private static final Duration TOGETHER = Duration.ofHours(12);

    /** What else must be shared where that is one name, or none that is seldom in the news. */
    private static final double REST = 2.6;

    private static final double IN_ALL = 5.2;

    private OneHappening() {}

    /**
     * @param elsewhere whether the two are of two outlets
     * @param apart the time between them
     */
    static boolean isTold(Evidence.Shared shared, boolean elsewhere, Duration apart) {
        return isToldAtLength(shared, elsewhere) || isToldShortly(shared, elsewhere, apart);
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

    private static boolean isToldAtLength(Evidence.Shared shared, boolean elsewhere) {
        if (shared.sum() < WORTH_IT || shared.part() < PART) {
            return false;
        }
        if (!Deeds.mayBeOne(shared.deeds())) {
            // An outlet tells of one actor every day, but not of one deed.
            return elsewhere
                    && shared.sum() >= (shared.deeds() == Deeds.NONE ? NO_DEED : OTHER_DEED);
        }
        return shared.sum() >= SURE
                || shared.names() >= MANY_NAMES
                || shared.names() >= TWO_NAMES && shared.part() < LONG
                || shared.deeds() != Deeds.AKIN && shared.sum() >= IN_ALL && shared.rest() >= REST;
    }
}
