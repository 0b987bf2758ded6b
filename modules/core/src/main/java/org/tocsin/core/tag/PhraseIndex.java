package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** Finds, at any word, the phrases that start there and what they stand for. */
final class PhraseIndex<T> {

    /**
     * A phrase in a text: the words {@code from} up to {@code to}, the form of the first, and which
     * of them belong to it, as bits.
     */
    record Hit<T>(T meaning, Phrase phrase, int from, int to, Form form, long words) {

        /** Some word belongs to both phrases. */
        boolean shares(Hit<?> other) {
            int shift = other.from - from;
            return Math.abs(shift) < Long.SIZE
                    && (shift >= 0
                            ? (words >>> shift & other.words) != 0
                            : (other.words >>> -shift & words) != 0);
        }
    }

    private record Entry<T>(Phrase phrase, Form form, T meaning) {}

    private final Vocabulary vocabulary;
    private final List<List<Entry<T>>> byFirstWord = new ArrayList<>();

    PhraseIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Phrase phrase, T meaning) {
        phrase.first()
                .forEach(
                        (word, form) ->
                                entries(vocabulary.add(word))
                                        .add(new Entry<>(phrase, form, meaning)));
    }

    private List<Entry<T>> entries(int number) {
        while (byFirstWord.size() <= number) {
            byFirstWord.add(null);
        }
        if (byFirstWord.get(number) == null) {
            byFirstWord.set(number, new ArrayList<>());
        }
        return byFirstWord.get(number);
    }

    /** The phrases in those words; the list may be changed. */
    List<Hit<T>> in(Reading reading, int from, int end) {
        var hits = new ArrayList<Hit<T>>(4);
        for (int i = from; i < end; i++) {
            int number = reading.code(i);
            List<Entry<T>> entries = number < byFirstWord.size() ? byFirstWord.get(number) : null;
            if (entries != null) {
                addAt(reading, i, end, entries, hits);
            }
        }
        return hits;
    }

    private void addAt(
            Reading reading, int at, int end, List<Entry<T>> entries, List<Hit<T>> hits) {
        for (Entry<T> entry : entries) {
            long words = entry.phrase.at(reading, at, end);
            if (words != 0) {
                int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                hits.add(new Hit<>(entry.meaning, entry.phrase, at, to, entry.form, words));
            }
        }
    }
}
