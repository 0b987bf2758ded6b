package org.tocsin.core.lexicon;

import java.util.Arrays;
import org.tocsin.core.text.Words;

/**
 * Numbers folded words from 0 on. A word of a text is looked up by its hash and then compared
 * letter by letter, so none is ever taken for another; nothing is made for it. Open addressing with
 * linear probing, at most half full; a slot has half of a hash and a number, so that most other
 * words are told by one look into memory.
 */
final class WordTable {

    static final int NONE = -1;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long NUMBER = 0xFFFFFFFFL;

    private long[] slots = new long[256];
    private long[] hashes = new long[128];

    /** All words one behind the other, and where each ends. */
    private char[] letters = new char[1024];

    private int[] ends = new int[128];
    private int size;

    WordTable() {}

    private WordTable(WordTable other) {
        slots = other.slots.clone();
        hashes = other.hashes.clone();
        letters = other.letters.clone();
        ends = other.ends.clone();
        size = other.size;
    }

    /** The same words by the same numbers; what is added to either is not in the other. */
    WordTable copy() {
        return new WordTable(this);
    }

    int size() {
        return size;
    }

    /** The number of that word, given to it now where it has none. */
    int add(String folded) {
        long hash = Words.hash(folded);
        int known = of(folded, hash);
        if (known != NONE) {
            return known;
        }
        if (size == ends.length) {
            grow();
        }
        int start = start(size);
        int end = start + folded.length();
        if (end > letters.length) {
            letters = Arrays.copyOf(letters, Math.max(end, letters.length * 2));
        }
        folded.getChars(0, folded.length(), letters, start);
        ends[size] = end;
        hashes[size] = hash * GOLDEN;
        insert(size);
        return size++;
    }

    int of(String folded) {
        return of(folded, Words.hash(folded));
    }

    private int of(String folded, long hash) {
        long mixed = hash * GOLDEN;
        for (int at = slot(mixed); slots[at] != 0; at = at + 1 & slots.length - 1) {
            if ((slots[at] ^ mixed) >>> 32 == 0) {
                int number = (int) (slots[at] & NUMBER) - 1;
                if (isWord(folded, number)) {
                    return number;
                }
            }
        }
        return NONE;
    }

    /**
     * The number of a word of a text.
     *
     * @param hash what {@link Words#hash(int)} says of it
     */
    int of(Words words, int word, long hash) {
        long mixed = hash * GOLDEN;
        for (int at = slot(mixed); slots[at] != 0; at = at + 1 & slots.length - 1) {
            if ((slots[at] ^ mixed) >>> 32 == 0) {
                int number = (int) (slots[at] & NUMBER) - 1;
                if (words.isFolded(word, letters, start(number), ends[number])) {
                    return number;
                }
            }
        }
        return NONE;
    }

    private boolean isWord(String folded, int number) {
        int start = start(number);
        if (ends[number] - start != folded.length()) {
            return false;
        }
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) != letters[start + i]) {
                return false;
            }
        }
        return true;
    }

    private int start(int number) {
        return number == 0 ? 0 : ends[number - 1];
    }

    private void grow() {
        ends = Arrays.copyOf(ends, size * 2);
        hashes = Arrays.copyOf(hashes, size * 2);
        slots = new long[size * 4];
        for (int number = 0; number < size; number++) {
            insert(number);
        }
    }

    private void insert(int number) {
        int at = slot(hashes[number]);
        while (slots[at] != 0) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hashes[number] & ~NUMBER | number + 1;
    }

    /** By the middle bits: the upper ones are compared, and the lowest are the hash's worst. */
    private int slot(long mixed) {
        return (int) (mixed >>> 20) & slots.length - 1;
    }
}
