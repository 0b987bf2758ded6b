package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * The runs of four words of a text, hashed, and the sample of them that is its fingerprint.
 *
 * <p>Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): of every window of eight runs the
 * smallest hash is taken, so two texts that share eleven words in a row share a fingerprint. A
 * smaller window takes a superset, which short texts can afford and need. In scripts without spaces
 * a run is eight characters.
 */
final class Grams {

    /** A text shorter than this keeps every run. */
    static final int SHORT = 60;

    private static final int RUN = 4;
    private static final int RUN_HAN = 8;
    static final int WINDOW = 8;

    private final int run;
    private final int[] all;
    private IntSet set;

    private Grams(int run, int[] all) {
        this.run = run;
        this.all = all;
    }

    /** The runs of the first words, so many as {@code length}. */
    static Grams of(Tokens words, int length) {
        int run = manyHan(words, length) ? RUN_HAN : RUN;
        var hashes = new int[length];
        for (int i = 0; i < length; i++) {
            hashes[i] = words.hash(i);
        }
        var all = new int[length >= run ? length - run + 1 : length > 0 ? 1 : 0];
        for (int i = 0; i < all.length; i++) {
            int hash = run;
            for (int j = i; j < Math.min(length, i + run); j++) {
                hash = Hash.join(hash, hashes[j]);
            }
            all[i] = Hash.mix(hash);
        }
        return new Grams(run, all);
    }

    /** The hashed runs of so many words, as {@link #all()} gave them. */
    static Grams of(int run, int[] all) {
        return new Grams(run, all);
    }

    private static boolean manyHan(Tokens words, int length) {
        int han = 0;
        for (int i = 0; i < length; i++) {
            han += words.isHan(i) ? 1 : 0;
        }
        return han * 2 > length;
    }

    /** How many words a run has. */
    int run() {
        return run;
    }

    /** The runs in their order; not to be written to. */
    int[] all() {
        return all;
    }

    int size() {
        return all.length;
    }

    int at(int position) {
        return all[position];
    }

    boolean contains(int gram) {
        if (set == null) {
            set = IntSet.of(all);
        }
        return set.contains(gram);
    }

    /** The winnowed runs, distinct and sorted. */
    int[] prints() {
        return all.length < SHORT ? distinct(all.clone(), all.length) : winnowed();
    }

    private int[] winnowed() {
        var picked = new int[all.length];
        int count = 0;
        int least = -1;
        for (int last = WINDOW - 1; last < all.length; last++) {
            int before = least;
            if (before <= last - WINDOW) {
                least = leastIn(last - WINDOW + 1, last);
            } else if (Integer.compareUnsigned(all[last], all[least]) <= 0) {
                least = last;
            }
            if (least != before) {
                picked[count++] = all[least];
            }
        }
        return distinct(picked, count);
    }

    /** The rightmost of equals, so that a repeated run is taken once per window. */
    private int leastIn(int from, int last) {
        int least = from;
        for (int i = from + 1; i <= last; i++) {
            if (Integer.compareUnsigned(all[i], all[least]) <= 0) {
                least = i;
            }
        }
        return least;
    }

    /** The first so many, sorted, each once; {@code values} is written to. */
    static int[] distinct(int[] values, int count) {
        Arrays.sort(values, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[distinct++] = values[i];
            }
        }
        return Arrays.copyOf(values, distinct);
    }
}
