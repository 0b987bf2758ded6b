package org.tocsin.core.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Phrases by the {@link WordClasses} of their first word and of their second. A text is full of
 * first words ("the", "to", "end") that hardly ever have a second one where it must stand: a filter
 * answers for most, for the others an open hash table, at most half full.
 */
final class PhrasesByPair {

    /** A phrase, and how many words at most may stand before its second one. */
    record Far(int phrase, int gap) {}

    /** The bits of a phrase that say how many words may stand before its second one. */
    private static final int GAP_BITS = 4;

    private static final int GAP = (1 << GAP_BITS) - 1;

    /** The bits of a pair that are its second class. */
    private static final int CLASS_BITS = Character.SIZE;

    /**
     * By slot the pair, and where in {@link #phrases} its own begin; a count stands before them.
     */
    private final int[] pairs;

    private final int[] starts;
    private final int[] phrases;
    private final PairFilter filter;

    /**
     * @param all by {@link #pair}, those of each in the order in which they were added
     */
    PhrasesByPair(Map<Integer, List<Far>> all) {
        int slots = Math.max(32, 2 * Integer.highestOneBit(2 * all.size()));
        pairs = new int[slots];
        starts = new int[slots];
        phrases = new int[all.values().stream().mapToInt(some -> some.size() + 1).sum()];
        filter = new PairFilter(slots);
        int at = 0;
        for (var each : all.entrySet()) {
            int pair = each.getKey();
            int slot = slot(pair);
            pairs[slot] = pair;
            starts[slot] = at;
            filter.add(pair >>> CLASS_BITS, pair & Character.MAX_VALUE);
            phrases[at++] = each.getValue().size();
            for (Far far : each.getValue()) {
                phrases[at++] = far.phrase() << GAP_BITS | far.gap();
            }
        }
    }

    /** Two classes in one number, neither of them {@link WordClasses#NONE}. */
    static int pair(int first, int second) {
        return first << CLASS_BITS | second;
    }

    /** Where that pair stands, or is to stand. */
    private int slot(int pair) {
        int at = pair * 0x9E3779B1 >>> 8 & pairs.length - 1;
        while (pairs[at] != 0 && pairs[at] != pair) {
            at = at + 1 & pairs.length - 1;
        }
        return at;
    }

    /**
     * Gathers the phrases that open with words of those classes, the second of them so far behind.
     */
    void find(int first, int second, int distance, Gathered into) {
        if (!filter.mayHold(first, second)) {
            return;
        }
        int pair = pair(first, second);
        int slot = slot(pair);
        if (pairs[slot] != pair) {
            return;
        }
        int start = starts[slot];
        for (int i = start + 1; i <= start + phrases[start]; i++) {
            if (distance - 1 <= (phrases[i] & GAP)) {
                into.add(phrases[i] >>> GAP_BITS, distance);
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
