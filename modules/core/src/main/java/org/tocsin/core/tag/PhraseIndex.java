package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds, at any word, the phrases that start there and what they stand for. Of most words a byte
 * tells that no phrase can; of most others the words behind it do ({@link PhrasesByPair}).
 */
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

    /** The word is a phrase. */
    private static final byte ALONE = 1;

    /** It opens phrases that ask for one of certain words right behind it. */
    private static final byte CLOSE = 2;

    /** It opens phrases that ask for one of certain words within a few. */
    private static final byte FAR = 4;

    /** A phrase, the form of its first word that opens it, and what it stands for. */
    private record Entry<T>(Phrase phrase, Form form, T meaning) {

        /** {@code words} belong to it, as bits; 0 where it does not match. */
        void addHit(int at, long words, List<Hit<T>> hits) {
            if (words != 0) {
                int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                hits.add(new Hit<>(meaning, phrase, at, to, form, words));
            }
        }
    }

    private final Vocabulary vocabulary;

    /** In the order in which they were added. */
    private final List<Entry<T>> entries = new ArrayList<>();

    /** Those of more than two words, whose first two do not yet make them. */
    private final BitSet longer = new BitSet();

    /** By the number of the word that is a phrase. */
    private final List<List<Entry<T>>> alone = new ArrayList<>();

    private final PhrasesByPair close = new PhrasesByPair();
    private final PhrasesByPair far = new PhrasesByPair();

    /** By the number of a word; 0 of one that opens nothing. */
    private byte[] kinds = new byte[0];

    /** By the same, how many words may stand before the second of a phrase. */
    private byte[] gaps = new byte[0];

    PhraseIndex(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void add(Phrase phrase, T meaning) {
        phrase.first()
                .forEach(
                        (word, form) ->
                                add(vocabulary.add(word), new Entry<>(phrase, form, meaning)));
    }

    private void add(int first, Entry<T> entry) {
        if (first >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(first + 1, kinds.length * 2));
            gaps = Arrays.copyOf(gaps, kinds.length);
        }
        Phrase.Step[] rest = entry.phrase().rest();
        if (rest.length == 0) {
            kinds[first] |= ALONE;
            addAlone(first, entry);
            return;
        }
        boolean near = rest[0].gap() == 0;
        kinds[first] |= near ? CLOSE : FAR;
        gaps[first] = (byte) Math.max(gaps[first], rest[0].gap());
        PhrasesByPair pairs = near ? close : far;
        int number = entries.size();
        rest[0].words().forEach(second -> pairs.add(first, second, rest[0].gap(), number));
        longer.set(number, rest.length > 1);
        entries.add(entry);
    }

    private void addAlone(int word, Entry<T> entry) {
        while (alone.size() <= word) {
            alone.add(List.of());
        }
        var all = new ArrayList<>(alone.get(word));
        all.add(entry);
        alone.set(word, List.copyOf(all));
    }

    /** The phrases in those words; the list may be changed. */
    List<Hit<T>> in(Reading reading, int from, int end) {
        var hits = new ArrayList<Hit<T>>(4);
        var tried = new PhrasesByPair.Gathered();
        for (int i = from; i < end; i++) {
            int number = reading.code(i);
            int kind = number < kinds.length ? kinds[number] : 0;
            if (kind == 0) {
                continue;
            }
            if ((kind & ALONE) != 0) {
                List<Entry<T>> here = alone.get(number);
                for (int k = 0; k < here.size(); k++) {
                    here.get(k).addHit(i, 1, hits);
                }
            }
            if ((kind & CLOSE) != 0 && i + 1 < end) {
                close.find(number, reading.code(i + 1), 1, tried);
                addHits(tried, reading, i, end, hits);
            }
            if ((kind & FAR) != 0) {
                int limit = Math.min(end, i + 2 + gaps[number]);
                for (int second = i + 1; second < limit; second++) {
                    far.find(number, reading.code(second), second - i, tried);
                }
                addHits(tried, reading, i, end, hits);
            }
        }
        return hits;
    }

    private void addHits(
            PhrasesByPair.Gathered tried, Reading reading, int at, int end, List<Hit<T>> hits) {
        for (int i = 0; i < tried.size(); i++) {
            int number = tried.phrase(i);
            Entry<T> entry = entries.get(number);
            long words =
                    longer.get(number)
                            ? entry.phrase().at(reading, at, end)
                            : 1 | 1L << tried.distance(i);
            entry.addHit(at, words, hits);
        }
        tried.clear();
    }
}
