package org.tocsin.core.tag;

import java.util.Collection;
import java.util.function.IntConsumer;

/**
 * A set of words by their numbers in the {@link Vocabulary}: bits from that of the lowest on, since
 * there are thousands of sets of one word.
 */
final class WordSet {

    static final WordSet NONE = new WordSet(0, new long[0]);

    /** How many longs without a word stand before the bits. */
    private final int skipped;

    private final long[] bits;

    private WordSet(int skipped, long[] bits) {
        this.skipped = skipped;
        this.bits = bits;
    }

    static WordSet of(Collection<String> words, Vocabulary vocabulary) {
        var numbers = new int[words.size()];
        int lowest = Integer.MAX_VALUE;
        int highest = 0;
        int n = 0;
        for (String word : words) {
            int number = vocabulary.add(word);
            numbers[n++] = number;
            lowest = Math.min(lowest, number);
            highest = Math.max(highest, number);
        }
        if (n == 0) {
            return NONE;
        }
        int skipped = lowest >>> 6;
        var bits = new long[(highest >>> 6) - skipped + 1];
        for (int number : numbers) {
            bits[(number >>> 6) - skipped] |= 1L << number;
        }
        return new WordSet(skipped, bits);
    }

    /** The words of both. */
    WordSet with(WordSet other) {
        if (bits.length == 0 || other.bits.length == 0) {
            return bits.length == 0 ? other : this;
        }
        int from = Math.min(skipped, other.skipped);
        int to = Math.max(skipped + bits.length, other.skipped + other.bits.length);
        var both = new long[to - from];
        System.arraycopy(bits, 0, both, skipped - from, bits.length);
        for (int i = 0; i < other.bits.length; i++) {
            both[other.skipped - from + i] |= other.bits[i];
        }
        return new WordSet(from, both);
    }

    /** Visits the numbers of the words, the lowest first. */
    void forEach(IntConsumer visit) {
        for (int i = 0; i < bits.length; i++) {
            for (long left = bits[i]; left != 0; left &= left - 1) {
                visit.accept((skipped + i << 6) + Long.numberOfTrailingZeros(left));
            }
        }
    }

    boolean has(int number) {
        int at = (number >>> 6) - skipped;
        return at >= 0 && at < bits.length && (bits[at] >>> number & 1) != 0;
    }
}
