package org.tocsin.core.text;

import java.util.Arrays;

/** Where the words of a text start and end: what {@link Words} says a word is, found fast. */
final class WordBounds {

    /** Units looked at in one go: the bits of a long. */
    private static final int RUN = 64;

    private final char[] units;

    /** Where each word starts and ends, one behind the other: the first word 0 and 1. */
    private int[] bounds;

    /** How many of the bounds are known: an odd number inside a word. */
    private int known;

    WordBounds(char[] units) {
        this.units = units;
        bounds = new int[units.length / 3 + RUN / 2];
        read();
    }

    int words() {
        return known >> 1;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
    }

    /**
     * Marks each unit of a run that is within a word by a bit: where the bits change, words begin
     * and end. A branch for each letter would cost several times as much.
     */
    private void read() {
        int at = 0;
        while (at < units.length) {
            int to = Math.min(at + RUN, units.length);
            room(2 * (to - at) + 2);
            long within = 0;
            int kinds = 0;
            int i = at;
            for (; i <= to - Letters.RUN; i += Letters.RUN) {
                int run = Letters.run(units, i);
                kinds |= run;
                within |= (run & 0xFFL) << i - at;
            }
            for (; i < to; i++) {
                int kind = Letters.kind(units[i]);
                kinds |= kind;
                within |= (kind & 1L) << i - at;
            }
            at = kinds < Letters.OTHER ? cut(within, at, to) : readByLetter(at, to);
        }
        if ((known & 1) != 0) {
            bounds[known++] = units.length;
        }
    }

    private void room(int more) {
        if (known + more > bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(known + more, bounds.length * 2));
        }
    }

    private int cut(long within, int at, int to) {
        int[] all = bounds;
        int n = known;
        for (long cuts = within ^ (within << 1 | n & 1); cuts != 0; cuts &= cuts - 1) {
            all[n++] = at + Long.numberOfTrailingZeros(cuts);
        }
        known = n;
        return to;
    }

    private int readByLetter(int from, int to) {
        int i = from;
        while (i < to) {
            int kind = Letters.kind(units[i]);
            boolean other = kind == Letters.OTHER;
            int letter = other ? Character.codePointAt(units, i) : units[i];
            boolean alone = other && Words.isAlone(letter);
            boolean inside = (known & 1) != 0;
            if (inside && (alone || !(other ? Words.goesOnWith(letter) : kind == Letters.WITHIN))) {
                bounds[known++] = i;
                inside = false;
            }
            if (!inside && (alone || (other ? Words.startsWith(letter) : kind == Letters.WITHIN))) {
                bounds[known++] = i;
            }
            i += Character.charCount(letter);
            if (alone) {
                bounds[known++] = i;
            }
        }
        return i;
    }
}
