package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds, at any word, the phrases that start there and what they stand for. Of most words a byte
 * tells that no phrase can; of most others the word behind it does.
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

    private final Vocabulary vocabulary;
    private final List<Opening<T>> openings = new ArrayList<>();
    private final WordPairs pairs = new WordPairs();

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
                                add(
                                        vocabulary.add(word),
                                        new Opening.Entry<>(phrase, form, meaning)));
    }

    private void add(int first, Opening.Entry<T> entry) {
        Opening<T> opening = opening(first);
        Phrase.Step[] rest = entry.phrase().rest();
        if (rest.length == 0) {
            kinds[first] |= ALONE;
            opening.addAlone(entry);
            return;
        }
        WordSet seconds = rest[0].words();
        seconds.forEach(second -> pairs.add(first, second));
        if (rest[0].gap() == 0) {
            kinds[first] |= CLOSE;
            opening.addClose(entry);
        } else {
            kinds[first] |= FAR;
            gaps[first] = (byte) Math.max(gaps[first], rest[0].gap());
            opening.addFar(entry);
        }
    }

    private Opening<T> opening(int first) {
        while (openings.size() <= first) {
            openings.add(null);
        }
        if (first >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(first + 1, kinds.length * 2));
            gaps = Arrays.copyOf(gaps, kinds.length);
        }
        if (openings.get(first) == null) {
            openings.set(first, new Opening<>());
        }
        return openings.get(first);
    }

    /** The phrases in those words; the list may be changed. */
    List<Hit<T>> in(Reading reading, int from, int end) {
        var hits = new ArrayList<Hit<T>>(4);
        for (int i = from; i < end; i++) {
            int number = reading.code(i);
            int kind = number < kinds.length ? kinds[number] : 0;
            if (kind == 0) {
                continue;
            }
            long close = (kind & CLOSE) == 0 ? 0 : following(reading, i, i + 2, end);
            long far = (kind & FAR) == 0 ? 0 : following(reading, i, i + 2 + gaps[number], end);
            if ((close | far) != 0 || (kind & ALONE) != 0) {
                openings.get(number).addHits(reading, i, end, close, far, hits);
            }
        }
        return hits;
    }

    /** The words before {@code limit} that may be the second of a phrase that opens there. */
    private long following(Reading reading, int at, int limit, int end) {
        long following = 0;
        for (int i = at + 1; i < limit && i < end; i++) {
            if (pairs.mayHold(reading.code(at), reading.code(i))) {
                following |= Seconds.bit(reading.code(i));
            }
        }
        return following;
    }
}
