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

        /** The word belongs to the phrase; what only stands between its words does not. */
        boolean owns(int word) {
            return word >= from && word < to && (words >>> word - from & 1) != 0;
        }

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

    /**
     * The phrases that open with one word. Most ask for a second word: {@code close} holds all
     * second words that must follow at once and {@code far} those that may follow a gap, so that
     * one look tells whether any of the many can match.
     */
    private static final class Bucket<T> {

        private final List<Entry<T>> single = new ArrayList<>();
        private final List<Entry<T>> closeEntries = new ArrayList<>();
        private final List<Entry<T>> farEntries = new ArrayList<>();
        private WordSet close = WordSet.NONE;
        private WordSet far = WordSet.NONE;
        private int gap;

        void add(Entry<T> entry) {
            Phrase.Step[] rest = entry.phrase.rest();
            if (rest.length == 0) {
                single.add(entry);
            } else if (rest[0].gap() == 0) {
                closeEntries.add(entry);
                close = close.with(rest[0].words());
            } else {
                farEntries.add(entry);
                far = far.with(rest[0].words());
                gap = Math.max(gap, rest[0].gap());
            }
        }

        void addHits(Reading reading, int at, int end, List<Hit<T>> hits) {
            addHits(single, reading, at, end, hits);
            if (!closeEntries.isEmpty() && at + 1 < end && reading.is(at + 1, close)) {
                addHits(closeEntries, reading, at, end, hits);
            }
            if (!farEntries.isEmpty() && mayFollow(reading, at, end)) {
                addHits(farEntries, reading, at, end, hits);
            }
        }

        private boolean mayFollow(Reading reading, int at, int end) {
            for (int i = at + 1; i < end && i <= at + 1 + gap; i++) {
                if (reading.is(i, far)) {
                    return true;
                }
            }
            return false;
        }

        private static <T> void addHits(
                List<Entry<T>> entries, Reading reading, int at, int end, List<Hit<T>> hits) {
            for (int i = 0; i < entries.size(); i++) {
                Entry<T> entry = entries.get(i);
                long words = entry.phrase.at(reading, at, end);
                if (words != 0) {
                    int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                    hits.add(new Hit<>(entry.meaning, entry.phrase, at, to, entry.form, words));
                }
            }
        }
    }

    private final Vocabulary vocabulary;
    private final List<Bucket<T>> byFirstWord = new ArrayList<>();

    PhraseIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Phrase phrase, T meaning) {
        phrase.first()
                .forEach(
                        (word, form) ->
                                bucket(vocabulary.add(word))
                                        .add(new Entry<>(phrase, form, meaning)));
    }

    private Bucket<T> bucket(int number) {
        while (byFirstWord.size() <= number) {
            byFirstWord.add(null);
        }
        if (byFirstWord.get(number) == null) {
            byFirstWord.set(number, new Bucket<>());
        }
        return byFirstWord.get(number);
    }

    /** The phrases in those words; the list may be changed. */
    List<Hit<T>> in(Reading reading, int from, int end) {
        var hits = new ArrayList<Hit<T>>(4);
        for (int i = from; i < end; i++) {
            int number = reading.code(i);
            Bucket<T> bucket = number < byFirstWord.size() ? byFirstWord.get(number) : null;
            if (bucket != null) {
                bucket.addHits(reading, i, end, hits);
            }
        }
        return hits;
    }
}
