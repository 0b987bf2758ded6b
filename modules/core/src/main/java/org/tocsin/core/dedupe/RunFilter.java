package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Counts at a look how many of another text's fingerprints may be among the runs of one: a bit for
 * each run (Bloom, 1970). Eight kilobytes, so that hardly a fingerprint is counted by mistake.
 */
final class RunFilter {

    private final long[] bits = new long[1 << 10];

    void fill(Grams runs) {
        Arrays.fill(bits, 0);
        for (int i = 0; i < runs.size(); i++) {
            int run = runs.at(i);
            bits[run >>> 22] |= 1L << run;
        }
    }

    /** They are no more than that. */
    int most(int[] prints) {
        int most = 0;
        for (int print : prints) {
            most += (int) (bits[print >>> 22] >>> print & 1);
        }
        return most;
    }
}
