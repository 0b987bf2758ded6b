package org.tocsin.core.tag;

/**
 * Which pairs of numbers there may be: a Bloom filter with one hash (Bloom 1970). It stays in a
 * near cache, where a table of the pairs does not: what tagging costs is mostly the way to memory.
 */
final class PairFilter {

    private final long[] bits;

    /** Leaves of a hash its place among the bits. */
    private final int shift;

    /** {@code pairs} is a power of two, 32 at least: among so many, one in five others passes. */
    PairFilter(int pairs) {
        bits = new long[pairs >>> 4];
        shift = Integer.numberOfLeadingZeros(bits.length - 1) - 6;
    }

    void add(int first, int second) {
        int bit = bit(first, second);
        bits[bit >>> 6] |= 1L << bit;
    }

    boolean mayHold(int first, int second) {
        int bit = bit(first, second);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private int bit(int first, int second) {
        return (first * 0x9E3779B1 ^ second) * 0x85EBCA77 >>> shift;
    }
}
