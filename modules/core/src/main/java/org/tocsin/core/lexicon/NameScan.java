package org.tocsin.core.lexicon;

import org.tocsin.core.text.Words;

/**
 * Looks through the words of a text for names: only where one may begin, and never over a comma, a
 * bracket or a line. Most words of an article cost it two comparisons.
 */
final class NameScan {

    private static final String PARTS = ",;:()[]\n/|!?،؛";

    private static final int MOST_PARTICLES = 3;
    private static final int LONGEST_PARTICLE = 4;

    private final Words words;
    private final int size;

    NameScan(Words words) {
        this.words = words;
        this.size = words.size();
    }

    /** The longest name at each word; null where none starts. */
    NameIndex.Hit[] find(NameIndex index) {
        var hits = new NameIndex.Hit[size];
        int end = 0;
        for (int i = 0; i < size; i++) {
            if (i == end) {
                end = partedAfter(i);
            }
            if (mayOpen(i, end)) {
                hits[i] = index.longest(words, i, end);
            }
        }
        return hits;
    }

    /** The first word that is parted from that one. */
    private int partedAfter(int word) {
        int next = word + 1;
        while (next < size && !isParted(words.end(next - 1), words.start(next))) {
            next++;
        }
        return next;
    }

    private boolean isParted(int from, int to) {
        for (int i = from; i < to; i++) {
            char unit = words.unit(i);
            if (unit != ' ' && PARTS.indexOf(unit) >= 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * A name needs a capital letter, its first or, after a particle or two ("de", "al"), a later
     * one; scripts without capitals always may.
     */
    private boolean mayOpen(int word, int end) {
        int limit = Math.min(end, word + MOST_PARTICLES);
        for (int i = word; i < limit; i++) {
            int start = words.start(i);
            char letter = words.unit(start);
            if (letter < 'a' || letter > 'z') {
                return true;
            }
            if (words.end(i) - start > LONGEST_PARTICLE) {
                return false;
            }
        }
        return false;
    }
}
