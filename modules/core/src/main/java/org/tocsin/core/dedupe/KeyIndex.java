package org.tocsin.core.dedupe;

/**
 * Which articles hold each fingerprint and term: about eleven bytes for a key of one holder, which
 * most are. Articles are numbers from 1 on, see {@link Slabs}.
 *
 * <p>A table of open addressing in shards, each of which grows by a quarter when four fifths are
 * taken: so no growth stops the line for long, and a table of millions of keys is never half empty.
 * A slot is a key and, below it, its one holder or the list of its holders.
 */
final class KeyIndex {

    private static final int SHARD_BITS = 12;
    private static final int SMALLEST = 8;
    private static final long LOW = 0xFFFFFFFFL;

    private final long[][] shards = new long[1 << SHARD_BITS][];
    private final int[] sizes = new int[1 << SHARD_BITS];
    private final HolderLists lists = new HolderLists();
    private int size;
    private long lookups;

    int size() {
        return size;
    }

    /** How often it was asked for a key. */
    long lookups() {
        return lookups;
    }

    /** What leads to the holders of the key, good until the next change; 0 when there are none. */
    int find(int key) {
        lookups++;
        int hash = Hash.mix(key);
        long[] shard = shards[hash >>> 32 - SHARD_BITS];
        if (shard == null) {
            return 0;
        }
        return (int) shard[slot(shard, hash, key)];
    }

    /**
     * The same of many: looked up in a row with nothing between, so that the memory is asked for
     * several at a time.
     */
    int[] findAll(int[] keys) {
        var found = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            found[i] = find(keys[i]);
        }
        return found;
    }

    /** How many articles hold what {@link #find} found. */
    int count(int found) {
        return found >= 0 ? Math.min(found, 1) : lists.count(~found);
    }

    /** How many of them are remembered, at most {@link Archive#HOLDERS_KEPT}. */
    int remembered(int found) {
        return found >= 0 ? Math.min(found, 1) : lists.size(~found);
    }

    /** The holder of that number, latest last. */
    int holder(int found, int number) {
        return found > 0 ? found : lists.get(~found, number);
    }

    /** Adds the article as the latest holder. */
    void add(int key, int article) {
        int hash = Hash.mix(key);
        int number = hash >>> 32 - SHARD_BITS;
        long[] shard = shards[number];
        if (shard == null || sizes[number] * 5 >= shard.length * 4) {
            shard = grow(number);
        }
        int slot = slot(shard, hash, key);
        int found = (int) shard[slot];
        if (found == 0) {
            sizes[number]++;
            size++;
            shard[slot] = entry(key, article);
        } else {
            int list = found > 0 ? lists.of(found, article) : lists.with(~found, article);
            shard[slot] = entry(key, ~list);
        }
    }

    /** Takes one holder away; one that is not remembered is only counted off. */
    void remove(int key, int article) {
        int hash = Hash.mix(key);
        int number = hash >>> 32 - SHARD_BITS;
        long[] shard = shards[number];
        if (shard == null) {
            return;
        }
        int slot = slot(shard, hash, key);
        int found = (int) shard[slot];
        int left = found == article ? 0 : found < 0 ? rest(found, article) : found;
        if (left != 0) {
            shard[slot] = entry(key, left);
        } else if (found != 0) {
            sizes[number]--;
            size--;
            close(shard, slot);
        }
    }

    /** The list without the article, or the one holder that is left, or 0. */
    private int rest(int found, int article) {
        int list = ~found;
        lists.remove(list, article);
        if (lists.count(list) > 1) {
            return found;
        }
        int only = lists.size(list) == 0 ? 0 : lists.get(list, 0);
        lists.free(list);
        return only;
    }

    private static long entry(int key, int value) {
        return (long) key << 32 | value & LOW;
    }

    /** The slot of the key, or the free one where it belongs. */
    private static int slot(long[] shard, int hash, int key) {
        int slot = home(hash, shard.length);
        while ((int) shard[slot] != 0 && (int) (shard[slot] >>> 32) != key) {
            slot = slot + 1 == shard.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** The bits that do not choose the shard, spread over the slots without a division. */
    private static int home(int hash, int slots) {
        return (int) (((long) (hash << SHARD_BITS) & LOW) * slots >>> 32);
    }

    private long[] grow(int number) {
        long[] old = shards[number];
        int slots = old == null ? SMALLEST : old.length + Math.max(SMALLEST, old.length / 4);
        var shard = new long[slots];
        for (int i = 0; old != null && i < old.length; i++) {
            if ((int) old[i] != 0) {
                int key = (int) (old[i] >>> 32);
                shard[slot(shard, Hash.mix(key), key)] = old[i];
            }
        }
        shards[number] = shard;
        return shard;
    }

    /** Moves what follows back over the gap, so that no search ends there too early. */
    private static void close(long[] shard, int gap) {
        int slots = shard.length;
        int empty = gap;
        shard[empty] = 0;
        for (int at = next(gap, slots); (int) shard[at] != 0; at = next(at, slots)) {
            int home = home(Hash.mix((int) (shard[at] >>> 32)), slots);
            if (distance(home, at, slots) >= distance(empty, at, slots)) {
                shard[empty] = shard[at];
                shard[at] = 0;
                empty = at;
            }
        }
    }

    private static int next(int slot, int slots) {
        return slot + 1 == slots ? 0 : slot + 1;
    }

    private static int distance(int from, int to, int slots) {
        return to >= from ? to - from : to - from + slots;
    }
}
