package org.tocsin.core.dedupe;

import java.util.Arrays;
import org.tocsin.core.text.Words;

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
    private final int[] sorted;

    private Grams(int run, int[] all) {
        this.run = run;
        this.all = all;
        this.sorted = distinct(all);
    }

    static Grams of(Words words, int from, int to) {
        int run = manyHan(words, from, to) ? RUN_HAN : RUN;
        int count = to - from >= run ? to - from - run + 1 : to > from ? 1 : 0;
        var hashes = new int[to - from];
        Arrays.setAll(hashes, i -> Hash.of(words.folded(from + i)));
        var all = new int[count];
        for (int i = 0; i < count; i++) {
            int hash = run;
            for (int j = i; j < Math.min(hashes.length, i + run); j++) {
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

    private static boolean manyHan(Words words, int from, int to) {
        int han = 0;
        for (int i = from; i < to; i++) {
            han += Codes.isHan(words.folded(i)) ? 1 : 0;
        }
        return han * 2 > to - from;
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
        return Arrays.binarySearch(sorted, gram) >= 0;
    }

    /** The winnowed runs, distinct and sorted. */
    int[] prints() {
        int window = all.length < SHORT ? 1 : WINDOW;
        if (window == 1) {
            return sorted;
        }
        var picked = new int[all.length];
        int count = 0;
        int last = -1;
        for (int i = 0; i + window <= all.length; i++) {
            int least = last >= i ? last : i;
            // The rightmost of equals, so that a repeated run is taken once per window.
            for (int j = least + 1; j < i + window; j++) {
                if (Integer.compareUnsigned(all[j], all[least]) <= 0) {
                    least = j;
                }
            }
            if (least != last) {
                picked[count++] = all[least];
                last = least;
            }
        }
        return distinct(Arrays.copyOf(picked, count));
    }

    private static int[] distinct(int[] values) {
        return Arrays.stream(values).sorted().distinct().toArray();
    }
}
