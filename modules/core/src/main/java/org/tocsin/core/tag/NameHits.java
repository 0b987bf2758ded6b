package org.tocsin.core.tag;

import org.tocsin.core.lexicon.NameIndex;

/**
 * The longest name of the lexicon that starts at each word of a field, its words not parted by a
 * comma, a bracket or a line. Looked up once, since a word is asked for by several rules.
 */
final class NameHits {

    private static final int MOST_PARTICLES = 3;
    private static final int LONGEST_PARTICLE = 4;

    final Reading reading;
    private final NameIndex.Hit[] hits;

    NameHits(Reading reading, NameIndex index) {
        this.reading = reading;
        int size = reading.words.size();
        hits = new NameIndex.Hit[size];
        int end = size;
        for (int i = size - 1; i >= 0; i--) {
            if (i + 1 < size && reading.hasAfter(i, Between.PARTS)) {
                end = i + 1;
            }
            hits[i] = mayOpen(i, end) ? index.longest(reading.words, i, end) : null;
        }
    }

    /**
     * A name needs a capital letter, its first or, after a particle or two ("de", "al"), a later
     * one; scripts without capitals always may.
     */
    private boolean mayOpen(int word, int end) {
        for (int i = word; i < Math.min(end, word + MOST_PARTICLES); i++) {
            char letter = reading.text.charAt(reading.words.start(i));
            if (letter < 'a' || letter > 'z') {
                return true;
            }
            if (reading.words.end(i) - reading.words.start(i) > LONGEST_PARTICLE) {
                return false;
            }
        }
        return false;
    }

    int size() {
        return hits.length;
    }

    /** Null where no name starts. */
    NameIndex.Hit at(int word) {
        return hits[word];
    }

    /** The longest name that starts there and ends before {@code end}; null where there is none. */
    NameIndex.Hit at(int word, int end) {
        NameIndex.Hit hit = hits[word];
        return hit == null || word + hit.words() <= end ? hit : null;
    }
}
