package org.tocsin.core.tag;

import java.util.Arrays;

/**
 * Phrases by their first word and their second. A text is full of first words ("the", "to", "end")
 * that hardly ever have a second one where it must stand: a filter answers for most, for the others
 * an open hash table, at most half full, of which a slot holds both words whole and the first cell
 * of the list of their phrases.
 */
final class PhrasesByPair {

    private static final int NONE = 0;

    /** The bits of a slot that hold a cell; above them stand the second word and the first. */
    private static final int CELL_BITS = 28;

    private static final int WORD_BITS = 18;
    private static final int CELL = (1 << CELL_BITS) - 1;

    /** The bits of a phrase that say how many words may stand before its second one. */
    private static final int GAP_BITS = 4;

    private static final int GAP = (1 << GAP_BITS) - 1;

    private long[] slots = new long[1 << 6];
    private PairFilter filter = new PairFilter(1 << 5);
    private int used;

    /** By cell: a phrase with its gap, and the cell behind it in its list. */
    private int[] phrases = new int[1 << 6];

    private int[] behind = new int[1 << 6];
    private int cells = NONE;

    /** {@code gap} words at most may stand between the two. */
    void add(int first, int second, int gap, int phrase) {
        if (++cells == phrases.length) {
            phrases = Arrays.copyOf(phrases, cells * 2);
            behind = Arrays.copyOf(behind, cells * 2);
        }
        long words = words(first, second);
        int slot = slot(words);
        phrases[cells] = phrase << GAP_BITS | gap;
        behind[cells] = (int) slots[slot] & CELL;
        used += slots[slot] == 0 ? 1 : 0;
        slots[slot] = words | cells;
        filter.add(first, second);
        if (used * 2 == slots.length) {
            grow();
        }
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        filter = new PairFilter(old.length);
        for (long one : old) {
            if (one != 0) {
                slots[slot(one & ~CELL)] = one;
                int second = (int) (one >>> CELL_BITS) & (1 << WORD_BITS) - 1;
                filter.add((int) (one >>> CELL_BITS + WORD_BITS), second);
            }
        }
    }

    private static long words(int first, int second) {
        return ((long) first << WORD_BITS | second) << CELL_BITS;
    }

    /** Where those words stand, or are to stand. */
    private int slot(long words) {
        int at = (int) (words * 0x9E3779B97F4A7C15L >>> 34) & slots.length - 1;
        while (slots[at] != 0 && (slots[at] & ~CELL) != words) {
            at = at + 1 & slots.length - 1;
        }
        return at;
    }

    /** Gathers the phrases that open with those words, the second of them so far behind. */
    void find(int first, int second, int distance, Gathered into) {
        if (!filter.mayHold(first, second)) {
            return;
        }
        int cell = (int) slots[slot(words(first, second))] & CELL;
        for (; cell != NONE; cell = behind[cell]) {
            if (distance - 1 <= (phrases[cell] & GAP)) {
                into.add(phrases[cell] >>> GAP_BITS, distance);
            }
        }
    }

    /**
     * Phrases that open at one word: each once, in the order in which they were added, with the
     * distance of the nearest word that is their second.
     */
    static final class Gathered {

        private int[] phrases = new int[8];
        private int[] distances = new int[8];
        private int size;

        /** Of the same phrase the nearest word comes first. */
        private void add(int phrase, int distance) {
            int at = size;
            while (at > 0 && phrases[at - 1] > phrase) {
                at--;
            }
            if (at > 0 && phrases[at - 1] == phrase) {
                return;
            }
            if (size == phrases.length) {
                phrases = Arrays.copyOf(phrases, size * 2);
                distances = Arrays.copyOf(distances, size * 2);
            }
            System.arraycopy(phrases, at, phrases, at + 1, size - at);
            System.arraycopy(distances, at, distances, at + 1, size - at);
            phrases[at] = phrase;
            distances[at] = distance;
            size++;
        }

        int size() {
            return size;
        }

        int phrase(int i) {
            return phrases[i];
        }

        int distance(int i) {
            return distances[i];
        }

        void clear() {
            size = 0;
        }
    }
}
