package org.tocsin.core.dedupe;

/** A set of numbers that is emptied in no time: open addressing, linear probing, no boxes. */
final class IntSet {

    private int[] values;

    /** The filling in which the slot was taken, 0 before any. */
    private int[] filled;

    private int filling = 1;
    private int size;

    IntSet() {
        this(64);
    }

    /** With room for so many without growing. */
    IntSet(int expected) {
        int slots = Integer.highestOneBit(Math.max(8, expected)) * 4;
        values = new int[slots];
        filled = new int[slots];
    }

    static IntSet of(int[] values) {
        var set = new IntSet(values.length);
        for (int value : values) {
            set.add(value);
        }
        return set;
    }

    void clear() {
        filling++;
        size = 0;
    }

    int size() {
        return size;
    }

    /** True where it was not there yet. */
    boolean add(int value) {
        int slot = slot(value);
        if (filled[slot] == filling) {
            return false;
        }
        filled[slot] = filling;
        values[slot] = value;
        if (++size * 2 > values.length) {
            grow();
        }
        return true;
    }

    boolean contains(int value) {
        return filled[slot(value)] == filling;
    }

    /** Its values, in no order. */
    int[] toArray() {
        var all = new int[size];
        for (int slot = 0, count = 0; slot < values.length; slot++) {
            if (filled[slot] == filling) {
                all[count++] = values[slot];
            }
        }
        return all;
    }

    /** True where it was there. */
    boolean remove(int value) {
        int slot = slot(value);
        if (filled[slot] != filling) {
            return false;
        }
        filled[slot] = 0;
        size--;
        closeGap(slot);
        return true;
    }

    /** Puts what follows where a search for it ends now. */
    private void closeGap(int gap) {
        int mask = values.length - 1;
        for (int at = gap + 1 & mask; filled[at] == filling; at = at + 1 & mask) {
            filled[at] = 0;
            int slot = slot(values[at]);
            values[slot] = values[at];
            filled[slot] = filling;
        }
    }

    private int slot(int value) {
        // The upper half too, since raw hashes of short words differ little in the lower.
        int mask = values.length - 1;
        int slot = (value ^ value >>> 15) & mask;
        while (filled[slot] == filling && values[slot] != value) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private void grow() {
        int[] oldValues = values;
        int[] oldFilled = filled;
        values = new int[oldValues.length * 2];
        filled = new int[values.length];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldFilled[i] == filling) {
                int slot = slot(oldValues[i]);
                values[slot] = oldValues[i];
                filled[slot] = filling;
            }
        }
    }
}
