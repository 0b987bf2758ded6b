package org.tocsin.core.watch.index;

import java.util.Arrays;

/**
 * A term that a question needs, the terms of which it takes any, and about how rare it is by its
 * kind.
 */
record Needed(int term, int[] members, int commonness) {

    boolean isSingle() {
        return members.length == 1;
    }

    /**
     * Analysts ask for what is in the news, so what many ask for is more common; of several terms
     * the most common counts.
     */
    double frequency(Vocabulary vocabulary) {
        int most = Arrays.stream(members).map(vocabulary::uses).max().orElse(0);
        return commonness * (double) (vocabulary.uses(term) + most);
    }
}
