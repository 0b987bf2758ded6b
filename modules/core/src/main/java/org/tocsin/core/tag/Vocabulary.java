package org.tocsin.core.tag;

import java.util.Arrays;
import org.tocsin.core.text.Words;

/**
 * Numbers every word that a rule, a cue or a class of words knows, so that a text is looked up once
 * a word and the rest are questions to arrays. Words are told apart by {@link Words#hash}; open
 * addressing, at most half full. A slot has the number and some bits of the hash, so that of nearly
 * all other words one look into a small table tells that they have none.
 */
final class Vocabulary {

    /** The number of every other word; in no set of words. */
    static final int UNKNOWN = 0;

    /** The bits of a slot that hold a number. */
    private static final int NUMBER = (1 << 20) - 1;

    private int[] slots;

    /** By number. */
    private long[] hashes;

    private int size;

    Vocabulary() {
        slots = new int[1 << 14];
        hashes = new long[1 << 13];
    }

    private Vocabulary(Vocabulary other) {
        slots = other.slots.clone();
        hashes = other.hashes.clone();
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
        int mixed = mixed(hash);
        for (int at = mixed & slots.length - 1; slots[at] != 0; at = at + 1 & slots.length - 1) {
            int number = slots[at] & NUMBER;
            if (((slots[at] ^ mixed) & ~NUMBER) == 0 && hashes[number] == hash) {
                return number;
            }
        }
        return UNKNOWN;
    }

    /** Above every number given so far. */
    int limit() {
        return size + 1;
    }

    private void put(int number) {
        int mixed = mixed(hashes[number]);
        int at = mixed & slots.length - 1;
        while (slots[at] != 0) {
            at = at + 1 & slots.length - 1;
        }
        slots[at] = mixed & ~NUMBER | number;
    }

    private void grow() {
        if (size > NUMBER) {
            throw new IllegalStateException("more words than a slot can number");
        }
        hashes = Arrays.copyOf(hashes, hashes.length * 2);
        slots = new int[slots.length * 2];
        for (int number = 1; number < size; number++) {
            put(number);
        }
    }

    /** The slot by its low bits; its high ones are kept there. */
    private static int mixed(long hash) {
        return (int) (hash ^ hash >>> 32);
    }
}
