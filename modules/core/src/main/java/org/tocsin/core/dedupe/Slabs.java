package org.tocsin.core.dedupe;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Records of bytes one behind the other, in slabs: no object for each, so millions cost the garbage
 * collector nothing. What is appended first is dropped first, a slab at a time.
 *
 * <p>Each record begins with its length (four bytes, this one's included). An address is positive,
 * counts {@value #UNIT} bytes and comes again only after {@code 2^31} of them, 16 GB.
 */
final class Slabs {

    static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    static final VarHandle SHORT =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int UNIT = 8;
    private static final int UNITS_BITS = 15;
    private static final int UNITS = 1 << UNITS_BITS;
    private static final int SLABS = 1 << 31 - UNITS_BITS;

    private final byte[][] slabs = new byte[SLABS][];
    private final int[] used = new int[SLABS];
    private int first;
    private int last;

    /** Address 0 is nobody's, so that it can say "none". */
    private int head = 1;

    Slabs() {
        open(0, 0);
        used[0] = 1;
    }

    private void open(int slab, int length) {
        if (slabs[slab] != null) {
            throw new IllegalStateException("16 GB of records");
        }
        slabs[slab] = new byte[Math.max(length + UNIT, UNITS * UNIT)];
        used[slab] = 0;
        last = slab;
    }

    /** Where the record stands from now on. */
    int append(byte[] record) {
        return append(record, 0, record.length);
    }

    /** The same of so many bytes from there on. */
    int append(byte[] bytes, int from, int length) {
        int units = units(length);
        if (used[last] > 0 && used[last] + units > UNITS) {
            open(last + 1 & SLABS - 1, length);
            if (last == 0) {
                used[0] = 1;
            }
        }
        int at = used[last];
        System.arraycopy(bytes, from, slabs[last], at * UNIT, length);
        used[last] += units;
        return last << UNITS_BITS | at;
    }

    private static int units(int length) {
        return (length + UNIT - 1) / UNIT;
    }

    byte[] slab(int address) {
        return slabs[address >>> UNITS_BITS];
    }

    /** Where in its slab the record begins. */
    int offset(int address) {
        return (address & UNITS - 1) * UNIT;
    }

    /** The address of the oldest record; 0 when there is none. */
    int oldest() {
        int slab = head >>> UNITS_BITS;
        while ((head & UNITS - 1) >= used[slab]) {
            if (slab == last) {
                return 0;
            }
            slab = dropFirst();
        }
        return head;
    }

    private int dropFirst() {
        slabs[first] = null;
        first = first + 1 & SLABS - 1;
        head = first << UNITS_BITS | (first == 0 ? 1 : 0);
        return first;
    }

    /** Gives up the oldest record. */
    void dropOldest() {
        int length = (int) INT.get(slab(head), offset(head));
        int next = (head & UNITS - 1) + units(length);
        // A record longer than a slab has one to itself.
        if (next < used[head >>> UNITS_BITS]) {
            head = head & ~(UNITS - 1) | next;
        } else if (head >>> UNITS_BITS != last) {
            dropFirst();
        } else {
            startOver();
        }
    }

    /** Nothing is left: the last slab is filled anew. */
    private void startOver() {
        used[last] = last == 0 ? 1 : 0;
        head = last << UNITS_BITS | used[last];
    }
}
