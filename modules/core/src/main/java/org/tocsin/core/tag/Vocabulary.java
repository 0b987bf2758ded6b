package org.tocsin.core.tag;

import org.tocsin.core.text.Words;

/**
 * Numbers every word that a rule, a cue or a class of words knows, so that a text is looked up once
 * a word and the rest are questions to arrays. Words are told apart by {@link Words#hash}; open
 * addressing, at most half full.
 */
final class Vocabulary {

    /** The number of every other word; in no set of words. */
    static final int UNKNOWN = 0;

    private long[] hashes;
    private int[] numbers;
    private int size;

    Vocabulary() {
        hashes = new long[1 << 14];
        numbers = new int[1 << 14];
    }

    private Vocabulary(Vocabulary other) {
        hashes = other.hashes.clone();
        numbers = other.numbers.clone();
        size = other.size;
    }

    /** One that gives known words the same numbers, while others still read from this. */
    Vocabulary copy() {
        return new Vocabulary(this);
    }

    /** The number of a folded word, given to it now where it has none. */
    int add(String word) {
        long hash = Words.hash(word);
        int known = of(hash);
        if (known != UNKNOWN) {
            return known;
        }
        if (size * 2 >= hashes.length) {
            grow();
        }
        put(hash, ++size);
        return size;
    }

    int of(String word) {
        return of(Words.hash(word));
    }

    /** The number of the folded word with that hash. */
    int of(long hash) {
        int slot = slot(hash);
        while (hashes[slot] != hash) {
            if (hashes[slot] == 0) {
                return UNKNOWN;
            }
            slot = slot + 1 & hashes.length - 1;
        }
        return numbers[slot];
    }

    /** Above every number given so far. */
    int limit() {
        return size + 1;
    }

    private void put(long hash, int number) {
        int slot = slot(hash);
        while (hashes[slot] != 0) {
            slot = slot + 1 & hashes.length - 1;
        }
        hashes[slot] = hash;
        numbers[slot] = number;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldNumbers = numbers;
        hashes = new long[oldHashes.length * 2];
        numbers = new int[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                put(oldHashes[i], oldNumbers[i]);
            }
        }
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & hashes.length - 1;
    }
}
