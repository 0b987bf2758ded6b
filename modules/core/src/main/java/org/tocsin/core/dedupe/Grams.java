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

    // Of so many numbers at least, and at most, the buckets pay.
    private static final int FEW = 24;
    private static final int MANY = 500;
    private static final int BUCKETS = 128;

    /** By the six upper bits, as many as the lower six can tell: 4,096 for some hundred runs. */
    private static final int FILTER = 1 << 6;

    private final int run;
    private final int[] all;
    private long[] filter;

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
        return new Grams(run, run == RUN && length >= RUN ? runs(hashes) : runs(hashes, run));
    }

    /** The same as below for the run that nearly all texts have, without a loop in the loop. */
    private static int[] runs(int[] hashes) {
        var all = new int[hashes.length - RUN + 1];
        for (int i = 0; i < all.length; i++) {
            int two = Hash.join(Hash.join(RUN, hashes[i]), hashes[i + 1]);
            all[i] = Hash.mix(Hash.join(Hash.join(two, hashes[i + 2]), hashes[i + 3]));
        }
        return all;
    }

    private static int[] runs(int[] hashes, int run) {
        int length = hashes.length;
        var all = new int[length >= run ? length - run + 1 : length > 0 ? 1 : 0];
        for (int i = 0; i < all.length; i++) {
            int hash = run;
            for (int j = i; j < Math.min(length, i + run); j++) {
                hash = Hash.join(hash, hashes[j]);
            }
            all[i] = Hash.mix(hash);
        }
        return all;
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

    /** A bit says no of most that are not there (Bloom, 1970); a set of them would cost more. */
    boolean contains(int gram) {
        if (filter == null) {
            filter = new long[FILTER];
            for (int hash : all) {
                filter[hash >>> 26] |= 1L << hash;
            }
        }
        return (filter[gram >>> 26] >>> gram & 1) != 0 && stands(gram);
    }

    private boolean stands(int gram) {
        for (int hash : all) {
            if (hash == gram) {
                return true;
            }
        }
        return false;
    }

    /** The winnowed runs, distinct and sorted. */
    int[] prints() {
        return all.length < SHORT ? distinctHashes(all.clone(), all.length) : winnowed();
    }

    /**
     * The least of each window as an unsigned number. That of eight is that of two fours, that of
     * four that of two twos: nothing to guess, and many at a time.
     */
    private int[] winnowed() {
        var least = new int[all.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = all[i] ^ Integer.MIN_VALUE;
        }
        for (int apart = 1; apart < WINDOW; apart *= 2) {
            for (int i = 0; i < least.length - apart; i++) {
                least[i] = Math.min(least[i], least[i + apart]);
            }
        }
        int windows = least.length - WINDOW + 1;
        int count = 0;
        int before = 0;
        for (int i = 0; i < windows; i++) {
            int next = least[i];
            least[count] = next ^ Integer.MIN_VALUE;
            count += i == 0 || next != before ? 1 : 0;
            before = next;
        }
        return distinctHashes(least, count);
    }

    /** The first so many, sorted, each once; {@code values} is written to. */
    static int[] distinct(int[] values, int count) {
        Arrays.sort(values, 0, count);
        return eachOnce(values, count);
    }

    private static int[] distinctHashes(int[] values, int count) {
        sort(values, count);
        return eachOnce(values, count);
    }

    private static int[] eachOnce(int[] values, int count) {
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[distinct++] = values[i];
            }
        }
        return Arrays.copyOf(values, distinct);
    }

    /**
     * Sorts hashes: by their upper bits they are nearly in place already, since all are as
     * frequent; what is left is put in order by insertion.
     */
    private static void sort(int[] values, int count) {
        if (count < FEW || count > MANY) {
            Arrays.sort(values, 0, count);
            return;
        }
        var ends = new short[BUCKETS];
        for (int i = 0; i < count; i++) {
            ends[bucket(values[i])]++;
        }
        for (int i = 1; i < BUCKETS; i++) {
            ends[i] += ends[i - 1];
        }
        var placed = new int[count];
        for (int i = count - 1; i >= 0; i--) {
            placed[--ends[bucket(values[i])]] = values[i];
        }
        for (int i = 0; i < count; i++) {
            int value = placed[i];
            int at = i;
            while (at > 0 && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
        }
    }

    private static int bucket(int value) {
        return (value ^ Integer.MIN_VALUE) >>> 25;
    }
}
