package org.tocsin.core.watch.index;

import java.util.Arrays;

/**
 * The terms that an article has, as bits by number and in a row: all of them together are so small
 * that they stay near while thousands of questions are held against them.
 */
final class Marks {

    /** The number that stands for nothing asked: every article has it. */
    static final int NOTHING = 0;

    private long[] bits = new long[1 << 6];
    private int[] marked = new int[1 << 8];
    private int count;

    /** Takes all marks away, and makes room for terms below that number. */
    void clear(int terms) {
        for (int i = 0; i < count; i++) {
            bits[marked[i] >> 6] = 0;
        }
        count = 0;
        if (bits.length * Long.SIZE < terms) {
            bits = new long[terms / Long.SIZE * 5 / 4 + 1];
        }
        bits[0] = 1;
    }

    /** Nothing happens at {@link #NOTHING}, and where it is marked already. */
    void mark(int term) {
        // A term beyond the end was added after this round began.
        if (term >> 6 < bits.length && (bits[term >> 6] & 1L << term) == 0) {
            bits[term >> 6] |= 1L << term;
            if (count == marked.length) {
                marked = Arrays.copyOf(marked, count * 2);
            }
            marked[count++] = term;
        }
    }

    boolean has(int term) {
        return (bits[term >> 6] & 1L << term) != 0;
    }

    int count() {
        return count;
    }

    int get(int place) {
        return marked[place];
    }
}
