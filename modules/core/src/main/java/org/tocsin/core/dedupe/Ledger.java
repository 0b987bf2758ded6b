package org.tocsin.core.dedupe;

import java.util.Arrays;

/**
 * Records under one or two numbers each, kept for a time after they were last written: in {@link
 * Slabs}, in the order in which they first came.
 *
 * <p>A record that is written again with the same length stays where it is. One that stands first
 * and was written since it came moves to the end; so the oldest slab can always be given up. Until
 * then a record whose time is up is there no more for those who ask.
 */
final class Ledger {

    /** Hears what is given up: under which key it was found, and its fields. */
    interface Gone {
        void gone(long key, Fields record);
    }

    /** Length, two keys, when it was written and when it came: what a record begins with. */
    static final int HEAD = 4 + 8 + 8 + 8 + 8;

    private static final int KEY = 4;
    private static final int OTHER = 12;
    private static final int WRITTEN = 20;
    private static final int CAME = 28;

    private final Slabs slabs = new Slabs();
    private final KeyIndex index = new KeyIndex();
    private long bound = Long.MIN_VALUE;

    /** How many keys lead to a record. */
    int size() {
        return index.size();
    }

    /** The record under that key, or null: its two keys, when it was written and came, the rest. */
    Fields find(long key) {
        int address = address(key);
        if (address == 0 || number(address, WRITTEN) < bound) {
            return null;
        }
        return fields(address);
    }

    private Fields fields(int address) {
        return Fields.in(slabs.slab(address), slabs.offset(address) + KEY);
    }

    private int address(long key) {
        int found = index.find(Long.hashCode(key));
        for (int i = index.remembered(found) - 1; i >= 0; i--) {
            int address = index.holder(found, i);
            if (key(address) == key || other(address) == key) {
                return address;
            }
        }
        return 0;
    }

    private long key(int address) {
        return number(address, KEY);
    }

    private long other(int address) {
        return number(address, OTHER);
    }

    private long number(int address, int field) {
        return (long) Slabs.LONG.get(slabs.slab(address), slabs.offset(address) + field);
    }

    /**
     * Writes the record, whose first {@link #HEAD} bytes are filled in here.
     *
     * @param other another key that leads to it, 0 for none
     * @param written milliseconds since the epoch, never less than before
     */
    void put(long key, long other, long written, byte[] record) {
        int known = address(key);
        boolean sameKeys = known != 0 && key(known) == key && other(known) == other;
        boolean inPlace =
                sameKeys
                        && (other == 0 || address(other) == known)
                        && (int) Slabs.INT.get(slabs.slab(known), slabs.offset(known))
                                == record.length;
        Slabs.INT.set(record, 0, record.length);
        Slabs.LONG.set(record, KEY, key);
        Slabs.LONG.set(record, OTHER, other);
        Slabs.LONG.set(record, WRITTEN, written);
        if (inPlace) {
            Slabs.LONG.set(record, CAME, number(known, CAME));
            byte[] slab = slabs.slab(known);
            System.arraycopy(record, 0, slab, slabs.offset(known), record.length);
        } else {
            append(record, written, key, other);
        }
    }

    private void append(byte[] record, long came, long key, long other) {
        Slabs.LONG.set(record, CAME, came);
        int address = slabs.append(record);
        lead(key, address);
        if (other != 0) {
            lead(other, address);
        }
    }

    private void lead(long key, int address) {
        remove(key);
        index.add(Long.hashCode(key), address);
    }

    void remove(long key) {
        int known = address(key);
        if (known != 0) {
            index.remove(Long.hashCode(key), known);
        }
    }

    /** From now on what was written before then is gone; tells what is given up. */
    void forgetBefore(long then, Gone gone) {
        bound = then;
        for (int oldest = slabs.oldest(); oldest != 0; oldest = slabs.oldest()) {
            if (number(oldest, CAME) >= then) {
                return;
            }
            long key = leads(key(oldest), oldest) ? key(oldest) : 0;
            long other = leads(other(oldest), oldest) ? other(oldest) : 0;
            if ((key != 0 || other != 0) && number(oldest, WRITTEN) >= then) {
                move(oldest, key, other);
            } else {
                forget(key, oldest, gone);
                forget(other, oldest, gone);
            }
            slabs.dropOldest();
        }
    }

    private boolean leads(long key, int address) {
        return key != 0 && address(key) == address;
    }

    private void move(int address, long key, long other) {
        int from = slabs.offset(address);
        byte[] slab = slabs.slab(address);
        int length = (int) Slabs.INT.get(slab, from);
        byte[] record = Arrays.copyOfRange(slab, from, from + length);
        // A key that leads elsewhere by now stays away from here.
        append(record, number(address, WRITTEN), key != 0 ? key : other, key != 0 ? other : 0);
    }

    private void forget(long key, int address, Gone gone) {
        if (key != 0) {
            remove(key);
            gone.gone(key, fields(address));
        }
    }
}
