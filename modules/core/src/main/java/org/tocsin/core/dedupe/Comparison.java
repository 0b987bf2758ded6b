package org.tocsin.core.dedupe;

/**
 * An article beside one that was told before it.
 *
 * @param other the id of that one
 * @param answers by the order of the {@link Question}
 */
public record Comparison(String other, double[] answers) {}
