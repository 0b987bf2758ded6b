package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.Collection;

/** A set of words by their numbers in the {@link Vocabulary}. */
final class WordSet {

    static final WordSet NONE = new WordSet(new long[0]);

    private final long[] bits;

    private WordSet(long[] bits) {
        this.bits = bits;
    }

    static WordSet of(Collection<String> words, Vocabulary vocabulary) {
        int[] numbers = words.stream().mapToInt(vocabulary::add).toArray();
        var bits = new long[(vocabulary.limit() >>> 6) + 1];
        for (int number : numbers) {
            bits[number >>> 6] |= 1L << number;
        }
        return new WordSet(bits);
    }

    /** The words of both. */
    WordSet with(WordSet other) {
        var both = Arrays.copyOf(bits, Math.max(bits.length, other.bits.length));
        for (int i = 0; i < other.bits.length; i++) {
            both[i] |= other.bits[i];
        }
        return new WordSet(both);
    }

    boolean has(int number) {
        int at = number >>> 6;
        return at < bits.length && (bits[at] >>> number & 1) != 0;
    }
}
