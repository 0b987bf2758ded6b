package org.tocsin.core.tag;

import java.util.Arrays;

/**
 * Numbers every word that a rule, a cue or a class of words knows, so that a text is looked up once
 * a word and the rest are questions to arrays. Open addressing, at most half full.
 */
final class Vocabulary {

    /** The number of every other word; in no set of words. */
    static final int UNKNOWN = 0;

    private String[] words = new String[1 << 12];
    private int[] numbers = new int[1 << 12];
    private int size;

    /** The number of a folded word, given to it now where it has none. */
    int add(String word) {
        int known = of(word);
        if (known != UNKNOWN) {
            return known;
        }
        if (size * 2 >= words.length) {
            grow();
        }
        put(word, ++size);
        return size;
    }

    int of(String word) {
        for (int slot = slot(word); words[slot] != null; slot = slot + 1 & words.length - 1) {
            if (words[slot].equals(word)) {
                return numbers[slot];
            }
        }
        return UNKNOWN;
    }

    /** Above every number given so far. */
    int limit() {
        return size + 1;
    }

    private void put(String word, int number) {
        int slot = slot(word);
        while (words[slot] != null) {
            slot = slot + 1 & words.length - 1;
        }
        words[slot] = word;
        numbers[slot] = number;
    }

    private void grow() {
        String[] oldWords = words;
        int[] oldNumbers = numbers;
        words = new String[oldWords.length * 2];
        numbers = Arrays.copyOf(oldNumbers, oldNumbers.length * 2);
        for (int i = 0; i < oldWords.length; i++) {
            if (oldWords[i] != null) {
                put(oldWords[i], oldNumbers[i]);
            }
        }
    }

    private int slot(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 15) & words.length - 1;
    }
}
