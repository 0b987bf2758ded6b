package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Phrases by their second words, as one run of numbers that is looked through from end to end: a
 * phrase itself lies in six places of the memory, and is gone to only where its second word may
 * stand in the text.
 */
final class Seconds<T> {

    /** The low bits of a number are its word, the high ones the place of its phrase. */
    private static final int PLACE = 20;

    private static final int WORD = (1 << PLACE) - 1;

    private final List<Opening.Entry<T>> entries = new ArrayList<>(1);
    private int[] words = {};
    private int size;

    void add(Opening.Entry<T> entry) {
        int place = entries.size();
        if (place >= 1 << Integer.SIZE - PLACE) {
            throw new IllegalStateException("too many phrases open as " + entry.phrase().text());
        }
        entries.add(entry);
        entry.phrase().rest()[0].words().forEach(word -> add(place << PLACE | word & WORD));
    }

    private void add(int word) {
        if (size == words.length) {
            words = Arrays.copyOf(words, Math.max(2, size * 2));
        }
        words[size++] = word;
    }

    /** What a set of words of a text is asked by: one of 64 bits for each. */
    static long bit(int word) {
        return 1L << word;
    }

    /** Adds the phrases that match there, in their order; {@code any} has bits of second words. */
    void addHits(Reading reading, int at, int end, long any, List<PhraseIndex.Hit<T>> hits) {
        int asked = -1;
        for (int i = 0; i < size; i++) {
            int place = words[i] >>> PLACE;
            if ((any >>> words[i] & 1) != 0 && place != asked) {
                asked = place;
                entries.get(place).addHit(reading, at, end, hits);
            }
        }
    }
}
