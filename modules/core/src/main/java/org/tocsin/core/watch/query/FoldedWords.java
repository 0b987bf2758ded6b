package org.tocsin.core.watch.query;

import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.core.text.Words;

/** What a rule's own words look like to {@link Words}. */
final class FoldedWords {

    /** A name is about this rare: rarer than most words, more common than a long one. */
    static final int OF_A_NAME = 40;

    private FoldedWords() {}

    static List<String> of(String text) {
        var words = Words.of(text);
        return IntStream.range(0, words.size()).mapToObj(words::folded).toList();
    }

    /**
     * Zipf's law of abbreviation stands in for counts: short words are common. Words of scripts
     * without spaces are one letter long and rank as such.
     */
    static int commonness(String folded) {
        return Math.max(10, 110 - 10 * folded.length());
    }

    /** The rarest of several words that must all be there. */
    static String rarest(List<String> words) {
        String rarest = words.get(0);
        for (String word : words) {
            rarest = commonness(word) < commonness(rarest) ? word : rarest;
        }
        return rarest;
    }
}
