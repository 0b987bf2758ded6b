package org.tocsin.core.lexicon;

import java.util.Arrays;

/** From (node, word) to node: an open hash table with linear probing, at most half full. */
final class Edges {

    private static final long EMPTY = -1;

    private long[] keys = new long[1024];
    private int[] values = new int[1024];
    private int size;

    Edges() {
        Arrays.fill(keys, EMPTY);
    }

    /** The node that word leads to, or -1. */
    int get(int node, int word) {
        long key = key(node, word);
        for (int slot = slot(key); ; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return values[slot];
            }
            if (keys[slot] == EMPTY) {
                return -1;
            }
        }
    }

    void put(int node, int word, int next) {
        if (size * 2 >= keys.length) {
            grow();
        }
        insert(key(node, word), next);
        size++;
    }

    private void insert(long key, int value) {
        int slot = slot(key);
        while (keys[slot] != EMPTY) {
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
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                insert(oldKeys[i], oldValues[i]);
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & keys.length - 1;
    }

    private static long key(int node, int word) {
        return (long) node << 32 | word;
    }
}
