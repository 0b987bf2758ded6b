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

    /**
     * The number of the word in {@code text} from {@code start} to {@code end}, folded on the way:
     * a string for each word of each article would cost more than all else that is asked of it.
     * Returns -1 where the word is not plain ASCII, so that folding it takes more.
     */
    int ofAscii(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            char letter = text.charAt(i);
            if (letter >= 128) {
                return -1;
            }
            hash = 31 * hash + lower(letter);
        }
        for (int slot = slot(hash); words[slot] != null; slot = slot + 1 & words.length - 1) {
            if (isWord(words[slot], text, start, end)) {
                return numbers[slot];
            }
        }
        return UNKNOWN;
    }

    private static boolean isWord(String word, String text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != lower(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char letter) {
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
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
        return slot(word.hashCode());
    }

    private int slot(int hashCode) {
        int hash = hashCode * 0x9E3779B9;
        return (hash ^ hash >>> 15) & words.length - 1;
    }
}
