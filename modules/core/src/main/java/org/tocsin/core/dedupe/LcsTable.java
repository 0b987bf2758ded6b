package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * The table of longest common subsequences of all pairs of endings of two texts, a bit for each
 * cell, 64 cells worked out at a time (Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
 *
 * <p>A bit at (i, j) says that the ending of the left text from i is worth one word more than that
 * from i + 1, beside the ending of the right from j.
 */
final class LcsTable {

    private static final int EMPTY = -1;

    private final int end;
    private final int begin;
    private final int longs;
    private final long[] rows;

    private LcsTable(int end, int begin, int longs, long[] rows) {
        this.end = end;
        this.begin = begin;
        this.longs = longs;
        this.rows = rows;
    }

    /** Of both texts from that word on. */
    static LcsTable of(short[] left, short[] right, int begin) {
        int longs = (left.length - begin + 63) / 64;
        var places = new Places(left, begin, longs);
        var rows = new long[longs * (right.length - begin + 1)];
        int row = rows.length - longs;
        Arrays.fill(rows, row, rows.length, -1);
        for (int j = right.length - 1; j >= begin; j--) {
            row -= longs;
            int mask = places.of(right[j]);
            if (mask >= 0) {
                step(rows, row, longs, places.masks, mask);
            } else {
                System.arraycopy(rows, row + longs, rows, row, longs);
            }
        }
        return new LcsTable(left.length, begin, longs, rows);
    }

    /** One more word on the right: a row is 0 where a word of the left is gained. */
    private static void step(long[] rows, int row, int longs, long[] masks, int mask) {
        long carry = 0;
        for (int k = 0; k < longs; k++) {
            long rest = rows[row + longs + k];
            long hit = rest & masks[mask + k];
            long sum = rest + hit;
            long carried = sum + carry;
            boolean over =
                    Long.compareUnsigned(sum, rest) < 0 || Long.compareUnsigned(carried, sum) < 0;
            rows[row + k] = carried | (rest & ~hit);
            carry = over ? 1 : 0;
        }
    }

    /** True where the word at i of the left is needed for the longest beside the right from j. */
    boolean needs(int i, int j) {
        int bit = end - 1 - i;
        return (rows[(j - begin) * longs + (bit >> 6)] >>> bit & 1) == 0;
    }

    /** Where each word stands in the left text, counted from its end, a bit for each place. */
    private static final class Places {

        private final int[] words;

        /** By slot, where the word's mask begins. */
        private final int[] starts;

        private final long[] masks;

        Places(short[] left, int begin, int longs) {
            int slots = Integer.highestOneBit(Math.max(4, left.length - begin)) * 4;
            words = new int[slots];
            Arrays.fill(words, EMPTY);
            starts = new int[slots];
            masks = new long[(left.length - begin) * longs];
            int next = 0;
            for (int i = begin; i < left.length; i++) {
                int word = Codes.word(left[i]);
                int slot = slot(word);
                if (words[slot] == EMPTY) {
                    words[slot] = word;
                    starts[slot] = next;
                    next += longs;
                }
                int bit = left.length - 1 - i;
                masks[starts[slot] + (bit >> 6)] |= 1L << bit;
            }
        }

        /** Where the word's mask begins. */
        int of(short code) {
            int slot = slot(Codes.word(code));
            return words[slot] == EMPTY ? EMPTY : starts[slot];
        }

        private int slot(int word) {
            // The word is a hash already.
            int slot = word & words.length - 1;
            while (words[slot] != EMPTY && words[slot] != word) {
                slot = slot + 1 & words.length - 1;
            }
            return slot;
        }
    }
}
