package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The terms of one sentence as the {@link TopicModel} reads them: each word's stem, {@code #number}
 * for a number, and for each name what it names ({@code #country}, {@code #person-adjective} ...),
 * so that nothing is learned of anybody. Holds the sentence last read; not for two threads.
 */
final class Terms {

    private final TermNumbers known;
    private final Stemmer stemmer;
    private int[] numbers = new int[64];

    /** The place of the word in the reading; of a name the complement of its kind. */
    private int[] words = new int[64];

    private int size;

    Terms(TermNumbers known) {
        this.known = known;
        stemmer = known.stemmer();
    }

    /** Reads the words {@code first} up to {@code end}; {@code named} are the names among them. */
    void read(Reading reading, List<Found> named, int first, int end) {
        size = 0;
        int word = first;
        for (int i = 0; i < named.size(); i++) {
            Found name = named.get(i);
            if (name.to() <= word) {
                continue;
            }
            word = addWords(reading, word, Math.min(name.from(), end));
            if (word < end) {
                int kind = TermNumbers.kind(name);
                add(known.ofName(kind), ~kind);
                word = name.to();
            }
        }
        addWords(reading, word, end);
    }

    /** Those words; the one after them. */
    private int addWords(Reading reading, int from, int to) {
        for (int i = from; i < to; i++) {
            add(known.of(reading, i, stemmer), i);
        }
        return Math.max(from, to);
    }

    private void add(int number, int word) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        numbers[size] = number;
        words[size++] = word;
    }

    int size() {
        return size;
    }

    /** {@link Vocabulary#UNKNOWN} of a term that the model does not know. */
    int number(int term) {
        return numbers[term];
    }

    /** The term's place in the reading; negative of a name. */
    int word(int term) {
        return words[term];
    }

    /** The same in letters, for those who train the model. */
    List<String> written(Reading reading) {
        var written = new ArrayList<String>();
        for (int i = 0; i < size; i++) {
            written.add(letters(reading, words[i]));
        }
        return written;
    }

    private String letters(Reading reading, int word) {
        if (word < 0) {
            return TermNumbers.name(~word);
        }
        if (reading.isNumber(word)) {
            return TermNumbers.NUMBER;
        }
        stemmer.read(reading.words, word);
        return stemmer.stem();
    }
}
