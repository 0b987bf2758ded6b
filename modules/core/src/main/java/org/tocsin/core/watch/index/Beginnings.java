package org.tocsin.core.watch.index;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tocsin.core.watch.query.HashedWords;
import org.tocsin.core.watch.query.Term;

/** The beginnings of words that rules ask for ({@code withdr*}), found in an article's words. */
final class Beginnings {

    /** Of all pairs of ASCII characters those with which one begins. */
    private final long[] pairs = new long[1 << 8];

    /** Rising; another array with each new length. */
    private volatile int[] lengths = {};

    void add(String folded) {
        if (folded.charAt(0) < 128 && folded.charAt(1) < 128) {
            int pair = folded.charAt(0) << 7 | folded.charAt(1);
            pairs[pair >> 6] |= 1L << pair;
        }
        if (Arrays.binarySearch(lengths, folded.length()) < 0) {
            IntStream all = IntStream.concat(Arrays.stream(lengths), IntStream.of(folded.length()));
            lengths = all.sorted().toArray();
        }
    }

    boolean isEmpty() {
        return lengths.length == 0;
    }

    /** Tells the numbers of those with which the word begins. */
    void find(HashedWords words, int word, TermTable.View terms, Marks found) {
        if (!words.mayBeginWith(word, pairs)) {
            return;
        }
        String folded = words.folded(word);
        for (int length : lengths) {
            if (length > folded.length()) {
                return;
            }
            found.mark(terms.find(Term.Kind.PREFIX.hash(folded.substring(0, length))));
        }
    }
}
