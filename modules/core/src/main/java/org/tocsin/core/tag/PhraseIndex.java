package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds, at any word, the phrases that start there and what they stand for. Of most words their
 * class tells that no phrase can; of most others the words behind it do ({@link PhrasesByPair}).
 * Made by a {@link PhraseIndexBuilder}; immutable.
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

    /** A phrase, the form of its first word that opens it, and what it stands for. */
    record Entry<T>(Phrase phrase, Form form, T meaning) {

        /** {@code words} belong to it, as bits; 0 where it does not match. */
        private void addHit(int at, long words, List<Hit<T>> hits) {
            if (words != 0) {
                int to = at + Long.SIZE - Long.numberOfLeadingZeros(words);
                hits.add(new Hit<>(meaning, phrase, at, to, form, words));
            }
        }

        /** How far behind the first word the second may stand; 0 of one word alone. */
        int reach() {
            return phrase.rest().length == 0 ? 0 : phrase.rest()[0].gap() + 1;
        }

        WordSet second() {
            return phrase.rest()[0].words();
        }
    }

    private final List<Entry<T>> entries;

    /** By the entries that they open. */
    private final WordClasses firsts;

    /** By the sets of second words that they are in. */
    private final WordClasses seconds;

    /** By the class of a first word: the phrases that it is, alone. */
    private final List<List<Entry<T>>> alone = new ArrayList<>();

    /** By the same, how far behind it the second word of a phrase may stand. */
    private final byte[] reaches;

    private final PhrasesByPair pairs;

    PhraseIndex(
            List<Entry<T>> entries, WordClasses firsts, WordClasses seconds, PhrasesByPair pairs) {
        this.entries = entries;
        this.firsts = firsts;
        this.seconds = seconds;
        this.pairs = pairs;
        reaches = new byte[firsts.size()];
        for (int first = 0; first < reaches.length; first++) {
            List<Entry<T>> its = firsts.uses(first).stream().map(entries::get).toList();
            alone.add(its.stream().filter(entry -> entry.reach() == 0).toList());
            reaches[first] = (byte) its.stream().mapToInt(Entry::reach).max().orElse(0);
        }
    }

    /** The phrases in those words; the list may be changed. */
    List<Hit<T>> in(Reading reading, int from, int end) {
        var hits = new ArrayList<Hit<T>>(4);
        PhrasesByPair.Gathered tried = null;
        for (int i = from; i < end; i++) {
            int first = firsts.of(reading.code(i));
            if (first == WordClasses.NONE) {
                continue;
            }
            List<Entry<T>> here = alone.get(first);
            for (int k = 0; k < here.size(); k++) {
                here.get(k).addHit(i, 1, hits);
            }
            int limit = Math.min(end, i + 1 + reaches[first]);
            for (int behind = i + 1; behind < limit; behind++) {
                int second = seconds.of(reading.code(behind));
                if (second != WordClasses.NONE) {
                    tried = tried == null ? new PhrasesByPair.Gathered() : tried;
                    pairs.find(first, second, behind - i, tried);
                }
            }
            if (tried != null && tried.size() > 0) {
                addHits(tried, reading, i, end, hits);
            }
        }
        return hits;
    }

    private void addHits(
            PhrasesByPair.Gathered tried, Reading reading, int at, int end, List<Hit<T>> hits) {
        for (int i = 0; i < tried.size(); i++) {
            Entry<T> entry = entries.get(tried.phrase(i));
            // The first two words of more do not yet make them.
            long words =
                    entry.phrase().rest().length > 1
                            ? entry.phrase().at(reading, at, end)
                            : 1 | 1L << tried.distance(i);
            entry.addHit(at, words, hits);
        }
        tried.clear();
    }
}
