package org.tocsin.core.lexicon;

/**
 * From a node and a word's hash to the next node: an open hash table with linear probing, at most
 * half full. Keys are the 64 bits that node and word mix to, and the word itself is not kept: of a
 * million edges two would have to share all of them, once in tens of millions of lexicons.
 */
final class Edges {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    /** The node that the word leads to, or -1. */
    int get(int node, long word) {
        long key = key(node, word);
        int mask = keys.length - 1;
        for (int slot = (int) (key >>> 32) & mask; ; slot = slot + 1 & mask) {
            long there = keys[slot];
            if (there == key) {
                return values[slot];
            }
            if (there == 0) {
                return -1;
            }
        }
    }

    void put(int node, long word, int next) {
        if (size * 2 >= keys.length) {
            grow();
        }
        insert(key(node, word), next);
        size++;
    }

    private void insert(long key, int value) {
        int slot = (int) (key >>> 32) & keys.length - 1;
        while (keys[slot] != 0) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        values[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    /** Never 0, which marks a free slot. */
    private static long key(int node, long word) {
        long mixed = (word ^ node * GOLDEN) * GOLDEN;
        return mixed ^ mixed >>> 29 | 1;
    }
}
