package org.tocsin.ingestor.fetch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes as they come, in one array that is handed out without a copy where it fits. */
final class Bytes {

    private static final int SMALLEST = 16_384;

    /** What a header promises is believed so far, and not further, before it has come. */
    private static final int MOST_BELIEVED = 1_000_000;

    private byte[] array;
    private int size;

    Bytes(long promised) {
        boolean plausible = promised >= 0 && promised <= MOST_BELIEVED;
        array = new byte[plausible ? (int) promised : SMALLEST];
    }

    int size() {
        return size;
    }

    int at(int index) {
        return index < size ? array[index] & 0xFF : -1;
    }

    void add(ByteBuffer source) {
        int more = source.remaining();
        room(more);
        source.get(array, size, more);
        size += more;
    }

    void add(byte[] source, int length) {
        room(length);
        System.arraycopy(source, 0, array, size, length);
        size += length;
    }

    private void room(int more) {
        if (size + more > array.length) {
            array = Arrays.copyOf(array, Math.max(size + more, Math.max(SMALLEST, size * 2)));
        }
    }

    void cutTo(int limit) {
        size = Math.min(size, limit);
    }

    InputStream stream() {
        return new ByteArrayInputStream(array, 0, size);
    }

    byte[] toArray() {
        return size == array.length ? array : Arrays.copyOf(array, size);
    }
}
