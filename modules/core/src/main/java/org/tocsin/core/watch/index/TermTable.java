package org.tocsin.core.watch.index;

/**
 * Numbers for the hashes of terms, counted from 1. It only grows: one thread adds while others look
 * up. What they look up was there before they were given their index; of what is being added they
 * may or may not see the number, and have no use for it.
 */
final class TermTable {

    /**
     * A hash with its number behind it, 0 and 0 where there is none. {@code filter} has a bit set
     * for the upper end of each hash there is: it is so small that it stays near, and most words of
     * an article get no farther.
     */
    private record Slots(long[] pairs, long[] filter, int shift) {

        private static final int BITS_A_SLOT = 8;

        static Slots of(int size) {
            int bits = size * BITS_A_SLOT;
            return new Slots(
                    new long[2 * size],
                    new long[bits / Long.SIZE],
                    Long.numberOfLeadingZeros(bits) + 1);
        }

        void put(int slot, long hash, int number) {
            pairs[slot + 1] = number;
            pairs[slot] = hash;
            long bit = hash >>> shift;
            filter[(int) (bit >> 6)] |= 1L << bit;
        }

        int slot(long hash) {
            int slot = first(hash, pairs);
            while (pairs[slot] != hash && pairs[slot] != 0) {
                slot = slot + 2 & pairs.length - 1;
            }
            return slot;
        }
    }

    private volatile Slots slots = Slots.of(1 << 10);
    private int filled;

    /** Those of the moment: to be asked many times in a row. */
    final class View {
        private final long[] pairs = slots.pairs;
        private final long[] filter = slots.filter;
        private final int shift = slots.shift;

        /**
         * Puts the places of the hashes that may be of terms into {@code into}, without a branch
         * that would be foretold wrongly at every third word.
         *
         * @return how many
         */
        int sift(long[] words, int size, int[] into) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                long bit = words[i] >>> shift;
                into[kept] = i;
                kept += (int) (filter[(int) (bit >> 6)] >>> bit & 1);
            }
            return kept;
        }

        /** The same of the pairs of a term with each of the first {@code size}, by their halves. */
        int siftPairs(long half, long[] halves, int size, int[] into) {
            int kept = 0;
            for (int i = 0; i < size; i++) {
                long bit = Vocabulary.pairHash(half, halves[i]) >>> shift;
                into[kept] = i;
                kept += (int) (filter[(int) (bit >> 6)] >>> bit & 1);
            }
            return kept;
        }

        /** 0 for a term that no rule asks for. */
        int find(long hash) {
            int slot = first(hash, pairs);
            for (long there = pairs[slot]; there != 0; there = pairs[slot]) {
                if (there == hash) {
                    return (int) pairs[slot + 1];
                }
                slot = slot + 2 & pairs.length - 1;
            }
            return 0;
        }
    }

    private static int first(long hash, long[] pairs) {
        return (int) hash << 1 & pairs.length - 1;
    }

    View view() {
        return new View();
    }

    /** The number of the term, {@code next} if it has none yet. */
    int add(long hash, int next) {
        int slot = slots.slot(hash);
        if (slots.pairs[slot] == hash) {
            return (int) slots.pairs[slot + 1];
        }
        slots.put(slot, hash, next);
        filled++;
        if (filled * 4 > slots.pairs.length) {
            grow();
        }
        return next;
    }

    private void grow() {
        Slots old = slots;
        Slots wider = Slots.of(old.pairs.length);
        for (int i = 0; i < old.pairs.length; i += 2) {
            if (old.pairs[i] != 0) {
                wider.put(wider.slot(old.pairs[i]), old.pairs[i], (int) old.pairs[i + 1]);
            }
        }
        slots = wider;
    }
}
