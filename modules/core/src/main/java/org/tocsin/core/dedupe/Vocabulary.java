package org.tocsin.core.dedupe;

import java.util.Arrays;

/** The words of substance of a text, whatever their form; reused from text to text. */
final class Vocabulary {

    /** Two kilobytes: they stay in the cache that is nearest. */
    private final long[] words = new long[1 << 8];

    void clear() {
        Arrays.fill(words, 0);
    }

    /**
     * Adds these of the codes and answers what those count that were not there yet. Nothing is
     * branched on, since half of all words are plain and half are there already.
     */
    double addAll(short[] codes, int from, int to) {
        double counted = 0;
        for (int i = from; i < to; i++) {
            counted += add(codes[i]) * Codes.shipped().specific(codes[i]);
        }
        return counted;
    }

    /** 1 where the word was not there yet and is no plain one, else 0. */
    int add(short code) {
        int word = Codes.word(code);
        int kind = Codes.kind(code);
        int page = word >>> 6;
        long there = words[page];
        long bit = -kind >>> 31;
        words[page] = there | bit << word;
        return (int) (bit & ~(there >>> word));
    }

    boolean contains(short code) {
        int word = Codes.word(code);
        return (words[word >>> 6] & 1L << word) != 0;
    }
}
