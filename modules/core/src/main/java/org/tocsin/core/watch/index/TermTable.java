package org.tocsin.core.watch.index;

/**
 * Numbers for the hashes of terms, counted from 0. It only grows: one thread adds while others look
 * up. What they look up was there before they were given their index; of what is being added they
 * may or may not see the number, and have no use for it.
 */
final class TermTable {

    /** Hash and number lie apart; a number is kept one higher, so that 0 is none. */
    private record Slots(long[] hashes, int[] numbers) {
        static Slots of(int size) {
            return new Slots(new long[size], new int[size]);
        }

        int slot(long hash) {
            int slot = (int) hash & hashes.length - 1;
            while (hashes[slot] != hash && hashes[slot] != 0) {
                slot = slot + 1 & hashes.length - 1;
            }
            return slot;
        }
    }

    private volatile Slots slots = Slots.of(1 << 10);
    private int filled;

    /** Those of the moment: to be asked many times in a row. */
    final class View {
        private final long[] hashes = slots.hashes;
        private final int[] numbers = slots.numbers;

        /** -1 for a term that no rule asks for. */
        int find(long hash) {
            int slot = (int) hash & hashes.length - 1;
            for (long there = hashes[slot]; there != 0; there = hashes[slot]) {
                if (there == hash) {
                    return numbers[slot] - 1;
                }
                slot = slot + 1 & hashes.length - 1;
            }
            return -1;
        }
    }

    View view() {
        return new View();
    }

    /** The number of the term, {@code next} if it has none yet. */
    int add(long hash, int next) {
        int slot = slots.slot(hash);
        if (slots.hashes[slot] == hash) {
            return slots.numbers[slot] - 1;
        }
        slots.numbers[slot] = next + 1;
        slots.hashes[slot] = hash;
        filled++;
        if (filled * 3 > slots.hashes.length) {
            grow();
        }
        return next;
    }

    private void grow() {
        Slots old = slots;
        Slots wider = Slots.of(old.hashes.length * 2);
        for (int i = 0; i < old.hashes.length; i++) {
            if (old.hashes[i] != 0) {
                int slot = wider.slot(old.hashes[i]);
                wider.hashes[slot] = old.hashes[i];
                wider.numbers[slot] = old.numbers[i];
            }
        }
        slots = wider;
    }
}
