package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Which articles hold each fingerprint and term: about ten bytes for a key of one holder, which
 * most are. Articles are numbers from 1 on, see {@link Slabs}.
 *
 * <p>A table of open addressing in shards, each of which grows by a quarter when seven eighths are
 * taken: so no growth stops the line for long, and a table of millions of keys is never half empty.
 * A slot is a key's hash and, below it, its one holder or the list of its holders. Slots are in the
 * order of the hashes (Amble and Knuth, Ordered hash tables, 1974), since most that are asked for
 * are not there, and so that is seen after two or three slots, however full the shard.
 */
final class KeyIndex {

    private static final int SHARD_BITS = 12;
    private static final int HASH_BITS = 32 - SHARD_BITS;
    private static final int SMALLEST = 8;

    /** Slots behind the last home, for what finds its own taken; the very last is never taken. */
    private static final int BEHIND = 24;

    private static final long LOW = 0xFFFFFFFFL;

    /** Larger than any entry, so that a search in order ends there. */
    private static final long FREE = Long.MAX_VALUE;

    private final long[][] shards = new long[1 << SHARD_BITS][];

    /** How many homes each shard has. */
    private final int[] homes = new int[1 << SHARD_BITS];

    private final int[] sizes = new int[1 << SHARD_BITS];
    private final HolderLists lists = new HolderLists();
    private int size;
    private long lookups;

    /** Nothing; written so that reading ahead is not left out as useless. */
    private long touched;

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
        int number = hash >>> HASH_BITS;
        long[] shard = shards[number];
        return shard == null ? 0 : holdersAt(shard, slot(shard, homes[number], hash), hash);
    }

    private static int holdersAt(long[] shard, int slot, int hash) {
        long entry = shard[slot];
        return entry >>> 32 == rest(hash) ? (int) entry : 0;
    }

    /**
     * The same of many: at first only a slot of each is read, with nothing to decide between, so
     * that a memory larger than any cache is asked for many at a time.
     */
    int[] findAll(int[] keys) {
        var found = new int[keys.length];
        long seen = 0;
        for (int i = 0; i < keys.length; i++) {
            int hash = Hash.mix(keys[i]);
            int number = hash >>> HASH_BITS;
            long[] shard = shards[number];
            found[i] = hash;
            seen += shard == null ? 0 : shard[home(hash, homes[number])];
        }
        touched = seen;
        lookups += keys.length;
        for (int i = 0; i < keys.length; i++) {
            int hash = found[i];
            int number = hash >>> HASH_BITS;
            long[] shard = shards[number];
            found[i] = shard == null ? 0 : holdersAt(shard, slot(shard, homes[number], hash), hash);
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
        int number = hash >>> HASH_BITS;
        if (sizes[number] * 8 >= homes[number] * 7) {
            grow(number);
        }
        long[] shard = shards[number];
        int slot = slot(shard, homes[number], hash);
        int found = holdersAt(shard, slot, hash);
        if (found == 0) {
            insert(number, slot, entry(hash, article));
            sizes[number]++;
            size++;
        } else {
            int list = found > 0 ? lists.of(found, article) : lists.with(~found, article);
            shard[slot] = entry(hash, ~list);
        }
    }

    private void insert(int number, int slot, long entry) {
        long[] shard = shards[number];
        int free = slot;
        while (shard[free] != FREE) {
            free++;
        }
        if (free == shard.length - 1) {
            grow(number);
            shard = shards[number];
            int there = slot(shard, homes[number], (int) (entry >>> 32));
            insert(number, there, entry);
            return;
        }
        System.arraycopy(shard, slot, shard, slot + 1, free - slot);
        shard[slot] = entry;
    }

    /** Takes one holder away; one that is not remembered is only counted off. */
    void remove(int key, int article) {
        int hash = Hash.mix(key);
        int number = hash >>> HASH_BITS;
        long[] shard = shards[number];
        if (shard == null) {
            return;
        }
        int slot = slot(shard, homes[number], hash);
        int found = holdersAt(shard, slot, hash);
        int left = found == article ? 0 : found < 0 ? rest(found, article) : found;
        if (left != 0) {
            shard[slot] = entry(hash, left);
        } else if (found != 0) {
            sizes[number]--;
            size--;
            close(shard, homes[number], slot);
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

    /** The bits of the hash that do not choose the shard: never negative. */
    private static int rest(int hash) {
        return hash & (1 << HASH_BITS) - 1;
    }

    private static long entry(int hash, int value) {
        return (long) rest(hash) << 32 | value & LOW;
    }

    /** The slot of the key, or the one where it belongs, before those with larger hashes. */
    private static int slot(long[] shard, int homes, int hash) {
        long least = (long) rest(hash) << 32;
        int slot = home(hash, homes);
        while (shard[slot] < least) {
            slot++;
        }
        return slot;
    }

    /** Spread over the shard's homes in the order of the hashes. */
    private static int home(int hash, int homes) {
        return (int) ((long) rest(hash) * homes >>> HASH_BITS);
    }

    private void grow(int number) {
        long[] old = shards[number];
        int more = homes[number];
        long[] shard = null;
        while (shard == null) {
            more += Math.max(SMALLEST, more / 4);
            shard = spread(old == null ? new long[0] : old, more);
        }
        shards[number] = shard;
        homes[number] = more;
    }

    /** The entries over so many homes; null where they do not fit, which is rare. */
    private static long[] spread(long[] entries, int homes) {
        var shard = new long[homes + Math.min(homes, BEHIND) + 1];
        Arrays.fill(shard, FREE);
        int next = 0;
        for (long entry : entries) {
            if (entry != FREE) {
                // They come in order, so each stands behind the one before it.
                next = Math.max(next, home((int) (entry >>> 32), homes));
                if (next == shard.length - 1) {
                    return null;
                }
                shard[next++] = entry;
            }
        }
        return shard;
    }

    /** Moves what follows back over the gap, as far as it does not stand at home. */
    private static void close(long[] shard, int homes, int gap) {
        int at = gap + 1;
        while (shard[at] != FREE && home((int) (shard[at] >>> 32), homes) < at) {
            shard[at - 1] = shard[at];
            at++;
        }
        shard[at - 1] = FREE;
    }
}
