package org.tocsin.core.dedupe;

import java.util.HashMap;
import java.util.Map;

/**
 * Which articles hold each fingerprint and term, in memory: about 20 bytes for a key of one holder,
 * which most are. It holds nothing that its articles do not say ({@link Kept#keys()}), so whoever
 * keeps those can make it again.
 */
public final class KeyIndex {

    private static final byte FREE = 0;
    private static final byte ONE = 1;
    private static final byte MANY = 2;

    private int[] keys = new int[1 << 12];
    private long[] only = new long[1 << 12];
    private byte[] state = new byte[1 << 12];
    private int size;
    private final Map<Integer, Holders> shared = new HashMap<>();

    public Holders holders(int key) {
        int slot = slot(key);
        return switch (state[slot]) {
            case FREE -> Holders.NONE;
            case ONE -> Holders.NONE.with(only[slot]);
            default -> shared.get(key);
        };
    }

    int size() {
        return size;
    }

    /** Adds an article that was not there before, as the latest holder of its keys. */
    public void add(Kept article) {
        for (int key : article.keys()) {
            add(key, article.handle());
        }
    }

    public void remove(Kept article) {
        for (int key : article.keys()) {
            remove(key, article.handle());
        }
    }

    private void add(int key, long handle) {
        int slot = slot(key);
        if (state[slot] == FREE) {
            state[slot] = ONE;
            keys[slot] = key;
            only[slot] = handle;
            if (++size * 5 > keys.length * 3) {
                grow();
            }
        } else if (state[slot] == ONE) {
            state[slot] = MANY;
            shared.put(key, Holders.NONE.with(only[slot]).with(handle));
        } else {
            shared.computeIfPresent(key, (k, holders) -> holders.with(handle));
        }
    }

    private void remove(int key, long handle) {
        int slot = slot(key);
        if (state[slot] == ONE && only[slot] == handle) {
            free(slot);
        } else if (state[slot] == MANY) {
            Holders rest = shared.get(key).without(handle);
            if (rest.isEmpty()) {
                shared.remove(key);
                free(slot);
            } else {
                shared.put(key, rest);
            }
        }
    }

    private int slot(int key) {
        int slot = Hash.mix(key) & keys.length - 1;
        while (state[slot] != FREE && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Moves what follows back over the gap, so that no search ends there too early. */
    private void free(int gap) {
        state[gap] = FREE;
        size--;
        int mask = keys.length - 1;
        int empty = gap;
        for (int at = gap + 1 & mask; state[at] != FREE; at = at + 1 & mask) {
            int home = Hash.mix(keys[at]) & mask;
            if ((at - home & mask) >= (at - empty & mask)) {
                move(at, empty);
                empty = at;
            }
        }
    }

    private void move(int from, int to) {
        keys[to] = keys[from];
        only[to] = only[from];
        state[to] = state[from];
        state[from] = FREE;
    }

    private void grow() {
        int[] oldKeys = keys;
        long[] oldOnly = only;
        byte[] oldState = state;
        keys = new int[oldKeys.length * 2];
        only = new long[keys.length];
        state = new byte[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldState[i] != FREE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                only[slot] = oldOnly[i];
                state[slot] = oldState[i];
            }
        }
    }
}
