package org.tocsin.core.tag;

import java.util.Map;

/**
 * A pattern over the words of a text: each step is a choice of words, with up to {@code gap} other
 * words before it.
 *
 * @param text as the linguist wrote it
 * @param first the words that open it, each with its form
 */
record Phrase(String text, Map<String, Form> first, Step[] rest) {

    record Step(WordSet words, int gap) {}

    /**
     * Which words from {@code from} on belong to the phrase that opens there, as bits; those in its
     * gaps do not. 0 where it does not match.
     */
    long at(Reading reading, int from, int end) {
        return match(reading, 0, from, from + 1, end, 1);
    }

    private long match(Reading reading, int step, int from, int at, int end, long bits) {
        if (step == rest.length) {
            return bits;
        }
        Step next = rest[step];
        for (int i = at; i <= at + next.gap() && i < end; i++) {
            if (reading.is(i, next.words())) {
                long found = match(reading, step + 1, from, i + 1, end, bits | 1L << i - from);
                if (found != 0) {
                    return found;
                }
            }
        }
        return 0;
    }
}
