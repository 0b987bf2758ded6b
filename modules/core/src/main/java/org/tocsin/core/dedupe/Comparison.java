package org.tocsin.core.dedupe;

/**
 * An article beside one that was told before it.
 *
 * @param other the id of that one
 * @param answers by the order of the {@link Question}
 */
public record Comparison(String other, double[] answers) {

    /** From these odds on, as a logarithm, the two tell of one happening. */
    public static final double SURE = OneHappening.SURE;

    /** A logarithm, by the weights that are used. */
    public double odds() {
        return OneHappening.odds(answers);
    }
}
