package org.tocsin.core.dedupe;

/**
 * What is asked of two articles that may tell of one happening, and what each answer weighs
 * (docs/dedupe.md). The weights are those of a logistic regression over pairs of invented tellings,
 * of which the repository holds a part ({@code modules/bench/run tellings} fits to these), rounded;
 * those of deeds were then set higher, since few of those pairs share all names and tell of
 * different deeds.
 */
public enum Question {
    /** 1, always. */
    TO_BEGIN_WITH(-0.68),

    /** What the names count that both have. */
    NAMES(1.4),

    /** What all else counts that both have. */
    REST(0.22),

    /** Of all that the shorter says at its top: what is brief, or of one mould, shares more. */
    PART(-1.4),

    /** The natural logarithm of the hours between them and a half. */
    LOG_HOURS(-0.36),

    /** All that is shared, of one outlet: it tells of the same places and people every day. */
    ONE_OUTLET(-0.58),

    /** One tells a deed that the other does not know, but of its kind. */
    AKIN_DEEDS(-1),

    /** The same of no kind in common, or neither tells any. */
    STRANGE_DEEDS(-3),

    /** What the names count that each title has and the other article does not know. */
    STRANGE_NAMES(-0.9),

    /** Each has a number in title or lead. */
    BOTH_COUNT(-0.9),

    /** How many of these the other has. */
    SHARED_NUMBERS(0.89),

    /** Both titles tell a deed, and not the same. */
    OTHER_TITLES(-0.45);

    private final double weight;

    Question(double weight) {
        this.weight = weight;
    }

    public double weight() {
        return weight;
    }
}
