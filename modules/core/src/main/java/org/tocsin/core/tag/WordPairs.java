package org.tocsin.core.tag;

/**
 * Which two words may be the first and the second of a phrase: a Bloom filter with one hash (Bloom
 * 1970). Half a million bits stay in a near cache, where the phrases of all words do not: what
 * tagging costs is mostly the way to memory.
 */
final class WordPairs {

    private static final int BITS = 19;

    private final long[] bits = new long[1 << BITS - 6];

    void add(int first, int second) {
        int bit = bit(first, second);
        bits[bit >>> 6] |= 1L << bit;
    }

    /** False of all pairs but those added and one in ten others. */
    boolean mayHold(int first, int second) {
        int bit = bit(first, second);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private static int bit(int first, int second) {
        return (first * 0x9E3779B1 ^ second) * 0x85EBCA77 >>> Integer.SIZE - BITS;
    }
}
