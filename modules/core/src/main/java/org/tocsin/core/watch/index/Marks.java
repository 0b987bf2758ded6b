package org.tocsin.core.watch.index;

import java.util.Arrays;

/**
 * The terms that an article has. A mark is good for one round, so that nothing has to be cleared
 * from article to article.
 */
final class Marks {

    private int[] rounds = new int[1 << 10];
    private int[] marked = new int[1 << 8];
    private int count;
    private int round;

    /** Takes all marks away, and makes room for terms below that number. */
    void clear(int terms) {
        count = 0;
        round++;
        if (rounds.length < terms || round == Integer.MAX_VALUE) {
            rounds = new int[Math.max(terms, rounds.length) * 5 / 4];
            round = 1;
        }
    }

    /** Nothing happens at -1, and where it is marked already. */
    void mark(int term) {
        // A term beyond the end was added after this round began.
        if (term >= 0 && term < rounds.length && rounds[term] != round) {
            rounds[term] = round;
            if (count == marked.length) {
                marked = Arrays.copyOf(marked, count * 2);
            }
            marked[count++] = term;
        }
    }

    /** True as well for -1, by which nothing is asked. */
    boolean has(int term) {
        return term < 0 || rounds[term] == round;
    }

    int count() {
        return count;
    }

    int get(int place) {
        return marked[place];
    }
}
