package org.tocsin.core.dedupe;

import java.util.Arrays;

/** The words of substance of a text, whatever their form; reused from text to text. */
final class Vocabulary {

    /** Two kilobytes each: they stay in the cache that is nearest. */
    private final long[] words = new long[1 << 8];

    private final long[] names = new long[1 << 8];
    private int size;

    void clear() {
        Arrays.fill(words, 0);
        Arrays.fill(names, 0);
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds these of the codes and answers what those count that were not there yet. */
    double addAll(short[] codes, int from, int to) {
        double counted = 0;
        for (int i = from; i < to; i++) {
            if (Codes.kind(codes[i]) != Codes.PLAIN && add(codes[i])) {
                counted += Codes.shipped().telling(codes[i]);
            }
        }
        return counted;
    }

    /** True where the word was not there yet. */
    boolean add(short code) {
        int word = Codes.word(code);
        int page = word >>> 6;
        long bit = 1L << word;
        boolean first = (words[page] & bit) == 0;
        words[page] |= bit;
        names[page] |= Codes.kind(code) == Codes.NAME ? bit : 0;
        size += first ? 1 : 0;
        return first;
    }

    boolean contains(short code) {
        return isIn(words, code);
    }

    boolean isName(short code) {
        return isIn(names, code);
    }

    private static boolean isIn(long[] pages, short code) {
        int word = Codes.word(code);
        return (pages[word >>> 6] & 1L << word) != 0;
    }
}
