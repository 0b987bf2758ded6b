package org.tocsin.core.dedupe;

import java.time.Duration;

/**
 * Whether two articles tell of one happening, by what they share and what they do not: the odds of
 * a logistic regression over the {@link Question}s. It errs towards two.
 */
final class OneHappening {

    /** From these odds on, as a logarithm, the two are told as one. */
    static final double SURE = 1;

    /** With less in common nothing else is looked at. */
    static final double WORTH_IT = 2.5;

    private static final Question[] QUESTIONS = Question.values();

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
     * @return by {@link Question}
     */
    static double[] answers(
            Evidence.Shared shared, Tops.Sides tops, boolean elsewhere, Duration apart) {
        boolean akin = shared.deeds() == Deeds.AKIN;
        double[] answers = new double[QUESTIONS.length];
        answers[Question.TO_BEGIN_WITH.ordinal()] = 1;
        answers[Question.NAMES.ordinal()] = Math.min(MOST_NAMES, shared.names());
        answers[Question.REST.ordinal()] = Math.min(MOST_REST, shared.rest());
        answers[Question.PART.ordinal()] = shared.part();
        answers[Question.LOG_HOURS.ordinal()] =
                Math.log(HALF_AN_HOUR + apart.toMinutes() / MINUTES);
        answers[Question.ONE_OUTLET.ordinal()] = elsewhere ? 0 : Math.min(MOST_REST, shared.sum());
        answers[Question.AKIN_DEEDS.ordinal()] = akin ? 1 : 0;
        answers[Question.STRANGE_DEEDS.ordinal()] = akin || Deeds.mayBeOne(shared.deeds()) ? 0 : 1;
        answers[Question.STRANGE_NAMES.ordinal()] = tops.strange();
        answers[Question.BOTH_COUNT.ordinal()] = tops.bothCount() ? 1 : 0;
        answers[Question.SHARED_NUMBERS.ordinal()] = Math.min(MOST_NUMBERS, tops.numbers());
        answers[Question.OTHER_TITLES.ordinal()] = tops.otherDeeds() ? 1 : 0;
        return answers;
    }

    /** A logarithm; {@link #SURE} at least where the two tell of one happening. */
    static double odds(double[] answers) {
        double odds = 0;
        for (int i = 0; i < QUESTIONS.length; i++) {
            odds += answers[i] * QUESTIONS[i].weight();
        }
        return odds;
    }

    /** A headline and a sentence have little to share, whatever the odds. */
    static boolean isToldShortly(Evidence.Shared shared, boolean elsewhere, Duration apart) {
        return shared.deeds() == Deeds.KNOWN
                && shared.part() >= NEARLY_ALL
                && shared.sum() >= OF_SHORT
                && shared.names() >= 1
                && elsewhere
                && apart.compareTo(TOGETHER) <= 0;
    }
}
