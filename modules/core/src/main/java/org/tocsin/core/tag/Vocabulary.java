package org.tocsin.core.tag;

import java.util.Arrays;
import org.tocsin.core.text.Words;

/**
 * Numbers every word that a rule, a cue or a class of words knows, so that a text is looked up once
 * a word and the rest are questions to arrays. Words are told apart by {@link Words#hash}; open
 * addressing, at most half full. A slot has the number in the place of the low bits of the hash,
 * which tell where it lies, so that one look into memory answers for nearly all words.
 */
final class Vocabulary {

    /** The number of every other word; in no set of words. */
    static final int UNKNOWN = 0;

    /** The bits of a slot that hold a number. */
    private static final long NUMBER = (1L << 18) - 1;

    private long[] slots;

    /** By number; only for a larger table. */
    private long[] hashes;

    private int size;

    /** By number; null for what was added by its hash. */
    private String[] words;

    Vocabulary() {
        this(1 << 13);
    }

    /** {@code words} is a power of two: as many have room until it first grows. */
    Vocabulary(int words) {
        slots = new long[2 * words];
        hashes = new long[words];
        this.words = new String[words];
    }

    private Vocabulary(Vocabulary other) {
        slots = other.slots.clone();
        hashes = other.hashes.clone();
        size = other.size;
        words = other.words.clone();
    }

    /** One that gives known words the same numbers, while others still read from this. */
    Vocabulary copy() {
        return new Vocabulary(this);
    }

    /** The number of a folded word, given to it now where it has none. */
    int add(String word) {
        int number = add(Words.hash(word));
        words[number] = word;
        return number;
    }

    /** The same of what has that hash: a word, or two of them. */
    int add(long hash) {
        int known = of(hash);
        if (known != UNKNOWN) {
            return known;
        }
        if (++size == hashes.length) {
            grow();
        }
        hashes[size] = hash;
        put(size);
        return size;
    }

    int of(String word) {
        return of(Words.hash(word));
    }

    /** The number of the folded word with that hash. */
    int of(long hash) {
        for (int at = slot(hash); slots[at] != 0; at = at + 1 & slots.length - 1) {
            if (((slots[at] ^ hash) & ~NUMBER) == 0) {
                return (int) (slots[at] & NUMBER);
            }
        }
        return UNKNOWN;
    }

    /** The folded word with that number. */
    String word(int number) {
        return words[number];
    }

    /** Above every number given so far. */
    int limit() {
        return size + 1;
    }

    private void put(int number) {
        int at = slot(hashes[number]);
        while (slots[at] != 0) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = hashes[number] & ~NUMBER | number;
    }

    private void grow() {
        if (size > NUMBER) {
            throw new IllegalStateException("more words than a slot can number");
        }
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        words = Arrays.copyOf(words, hashes.length);
        slots = new long[slots.length * 2];
        for (int number = 1; number < size; number++) {
            put(number);
        }
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & slots.length - 1;
    }
}
