package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tocsin.core.text.Words;

/**
 * The terms of one sentence as the {@link TopicModel} reads them: each word's stem, {@code #number}
 * for a number, and for each name what it names ({@code #country}, {@code #person-adjective} ...),
 * so that nothing is learned of anybody. Holds the sentence last read; not for two threads.
 */
final class Terms {

    private static final long NUMBER = Words.hash("#number");
    private static final ActorType[] TYPES = ActorType.values();
    private static final long[] NAMES = new long[TYPES.length * 2];

    static {
        for (ActorType type : TYPES) {
            NAMES[type.ordinal() * 2] = Words.hash(name(type, false));
            NAMES[type.ordinal() * 2 + 1] = Words.hash(name(type, true));
        }
    }

    private final Stemmer stemmer;
    private long[] hashes = new long[64];
    private int[] words = new int[64];
    private int size;

    Terms(Stemmer stemmer) {
        this.stemmer = stemmer;
    }

    /** Reads the words {@code first} up to {@code end}; {@code named} are the names among them. */
    void read(Reading reading, List<Found> named, int first, int end) {
        size = 0;
        int next = 0;
        for (int i = first; i < end; ) {
            while (next < named.size() && named.get(next).to() <= i) {
                next++;
            }
            Found name =
                    next < named.size() && named.get(next).from() <= i ? named.get(next) : null;
            if (name != null) {
                add(NAMES[name.actor().type().ordinal() * 2 + (name.isAdjective() ? 1 : 0)], -1);
                i = name.to();
            } else {
                add(of(reading, i), i);
                i++;
            }
        }
    }

    private long of(Reading reading, int word) {
        if (reading.isNumber(word)) {
            return NUMBER;
        }
        stemmer.read(reading.words, word);
        return stemmer.hash();
    }

    private void add(long hash, int word) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        hashes[size] = hash;
        words[size++] = word;
    }

    int size() {
        return size;
    }

    long hash(int term) {
        return hashes[term];
    }

    /** The term's place in the reading; -1 of a name. */
    int word(int term) {
        return words[term];
    }

    /** The same in letters, for those who train the model. */
    static List<String> written(
            Reading reading, List<Found> named, int first, int end, Stemmer stemmer) {
        var terms = new Terms(stemmer);
        terms.read(reading, named, first, end);
        var written = new ArrayList<String>();
        for (int i = 0; i < terms.size; i++) {
            written.add(terms.letters(reading, i));
        }
        return written;
    }

    private String letters(Reading reading, int term) {
        if (words[term] >= 0) {
            if (hashes[term] == NUMBER) {
                return "#number";
            }
            stemmer.read(reading.words, words[term]);
            return stemmer.stem();
        }
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i] == hashes[term]) {
                return name(TYPES[i / 2], i % 2 == 1);
            }
        }
        throw new IllegalStateException("a term that is neither word nor name");
    }

    private static String name(ActorType type, boolean adjective) {
        return "#" + type.name().toLowerCase(Locale.ROOT) + (adjective ? "-adjective" : "");
    }
}
