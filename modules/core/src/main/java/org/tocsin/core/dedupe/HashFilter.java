package org.tocsin.core.dedupe;

/**
 * Passes over most of what is not among some hundred hashes at a look (Bloom, 1970, with one bit):
 * eight kilobytes, so that it stays in the cache that is nearest.
 */
final class HashFilter {

    private final long[] bits = new long[1 << 10];

    void add(int hash) {
        int bit = bit(hash);
        bits[bit >>> 6] |= 1L << bit;
    }

    void addAll(HashFilter others) {
        for (int i = 0; i < bits.length; i++) {
            bits[i] |= others.bits[i];
        }
    }

    /** False where the hash was not added; true of some that were not, too. */
    boolean mayHold(int hash) {
        int bit = bit(hash);
        return (bits[bit >>> 6] >>> bit & 1) != 0;
    }

    private static int bit(int hash) {
        return hash * 0x9E3779B1 >>> 16;
    }
}
