package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Adds up what speaks for each candidate and answers those with most. Reused from article to
 * article, since hundreds of candidates are counted for each.
 */
final class Tally {

    private long[] handles = new long[1024];
    private double[] sums = new double[1024];
    private boolean[] used = new boolean[1024];
    private int size;

    void clear() {
        Arrays.fill(used, false);
        size = 0;
    }

    void add(Holders holders, double weight) {
        for (long handle : holders.latest()) {
            add(handle, weight);
        }
    }

    private void add(long handle, double weight) {
        int slot = slot(handle);
        if (used[slot]) {
            sums[slot] += weight;
            return;
        }
        used[slot] = true;
        handles[slot] = handle;
        sums[slot] = weight;
        if (++size * 2 > handles.length) {
            grow();
        }
    }

    private int slot(long handle) {
        int slot = Hash.mix(Long.hashCode(handle)) & handles.length - 1;
        while (used[slot] && handles[slot] != handle) {
            slot = slot + 1 & handles.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHandles = handles;
        double[] oldSums = sums;
        boolean[] oldUsed = used;
        handles = new long[oldHandles.length * 2];
        sums = new double[handles.length];
        used = new boolean[handles.length];
        for (int i = 0; i < oldHandles.length; i++) {
            if (oldUsed[i]) {
                int slot = slot(oldHandles[i]);
                used[slot] = true;
                handles[slot] = oldHandles[i];
                sums[slot] = oldSums[i];
            }
        }
    }

    /** The handles with the largest sums, best first; of equals the smaller handle. */
    long[] best(int most) {
        var slots = new int[Math.min(most, size)];
        int count = 0;
        for (int slot = 0; slot < used.length; slot++) {
            if (!used[slot] || count == slots.length && !isBetter(slot, slots[count - 1])) {
                continue;
            }
            int at = count < slots.length ? count++ : count - 1;
            while (at > 0 && isBetter(slot, slots[at - 1])) {
                slots[at] = slots[--at];
            }
            slots[at] = slot;
        }
        return Arrays.stream(slots).mapToLong(slot -> handles[slot]).toArray();
    }

    private boolean isBetter(int a, int b) {
        return sums[a] > sums[b] || sums[a] == sums[b] && handles[a] < handles[b];
    }
}
