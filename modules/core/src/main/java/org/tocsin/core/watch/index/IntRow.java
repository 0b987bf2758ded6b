package org.tocsin.core.watch.index;

import java.util.Arrays;

/**
 * Numbers in a row that never changes. What is added goes behind its end, in place where no other
 * row has grown there, so that a row built one by one costs what it is long.
 */
final class IntRow {

    static final IntRow EMPTY = new IntRow(new int[0], 0, new Tail());

    /** How much of the shared space is taken. */
    private static final class Tail {
        private int used;
    }

    final int[] data;
    final int size;
    private final Tail tail;

    private IntRow(int[] data, int size, Tail tail) {
        this.data = data;
        this.size = size;
        this.tail = tail;
    }

    /** By one writer at a time. */
    IntRow with(int... more) {
        int next = size + more.length;
        boolean inPlace = tail.used == size && next <= data.length;
        int[] room =
                inPlace ? data : Arrays.copyOf(data, size == 0 ? next : Math.max(next, size * 2));
        System.arraycopy(more, 0, room, size, more.length);
        Tail end = inPlace ? tail : new Tail();
        end.used = next;
        return new IntRow(room, next, end);
    }

    /** Without the {@code count} numbers from {@code at} on. */
    IntRow without(int at, int count) {
        int[] left = Arrays.copyOf(data, size - count);
        System.arraycopy(data, at + count, left, at, size - count - at);
        var row = new IntRow(left, left.length, new Tail());
        row.tail.used = left.length;
        return row;
    }

    /** The place of the number, which is there. */
    int find(int number) {
        int at = 0;
        while (data[at] != number) {
            at++;
        }
        return at;
    }

    /** With other numbers from that place on. */
    IntRow replacing(int at, int... others) {
        int[] next = Arrays.copyOf(data, size);
        System.arraycopy(others, 0, next, at, others.length);
        var row = new IntRow(next, size, new Tail());
        row.tail.used = size;
        return row;
    }

    /** The place of the entry with that head, which is there. */
    int entry(int head, int entrySize) {
        int at = 0;
        while (data[at] != head) {
            at += entrySize;
        }
        return at;
    }
}
