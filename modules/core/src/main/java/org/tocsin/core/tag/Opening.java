package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phrases that open with one word. There may be dozens, of which hardly one matches where the
 * word stands: most ask for a certain word right behind it and are found by that, the others for
 * one of a few words on, and are asked only where any of these stands there.
 */
final class Opening<T> {

    /** A phrase, the form of its first word that opens it here, and what it stands for. */
    record Entry<T>(Phrase phrase, Form form, T meaning) {}

    private final List<Entry<T>> alone = new ArrayList<>(2);
    private final Map<Integer, List<Entry<T>>> bySecond = new HashMap<>(2);
    private final List<Entry<T>> far = new ArrayList<>(2);

    void addAlone(Entry<T> entry) {
        alone.add(entry);
    }

    /** A phrase whose second word follows at once. */
    void addClose(int second, Entry<T> entry) {
        bySecond.computeIfAbsent(second, word -> new ArrayList<>(2)).add(entry);
    }

    /** A phrase whose second word may follow after others. */
    void addFar(Entry<T> entry) {
        far.add(entry);
    }

    /**
     * Adds those that match at that word.
     *
     * @param mayClose whether one may ask for the word right behind it
     * @param mayFar whether one may ask for a word after that
     */
    void addHits(
            Reading reading,
            int at,
            int end,
            boolean mayClose,
            boolean mayFar,
            List<PhraseIndex.Hit<T>> hits) {
        addHits(alone, reading, at, end, hits);
        if (mayClose) {
            addHits(bySecond.getOrDefault(reading.code(at + 1), List.of()), reading, at, end, hits);
        }
        if (mayFar) {
            addHits(far, reading, at, end, hits);
        }
    }

    private static <T> void addHits(
            List<Entry<T>> entries,
            Reading reading,
            int at,
            int end,
            List<PhraseIndex.Hit<T>> hits) {
        for (int i = 0; i < entries.size(); i++) {
            Entry<T> entry = entries.get(i);
            long words = entry.phrase.at(reading, at, end);
            if (words != 0) {
                int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                hits.add(
                        new PhraseIndex.Hit<>(
                                entry.meaning, entry.phrase, at, to, entry.form, words));
            }
        }
    }
}
