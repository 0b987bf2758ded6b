package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/** Writes fields one after the other, as {@link ByteReader} reads them. */
final class ByteWriter {

    private ByteBuffer out;

    ByteWriter(int usualSize) {
        out = ByteBuffer.allocate(usualSize);
    }

    private ByteBuffer room(int bytes) {
        if (out.remaining() < bytes) {
            int size = Math.max(out.capacity() * 2, out.position() + bytes);
            out = ByteBuffer.allocate(size).put(out.flip());
        }
        return out;
    }

    ByteWriter int8(int value) {
        room(1).put((byte) value);
        return this;
    }

    ByteWriter int16(int value) {
        room(Short.BYTES).putShort((short) value);
        return this;
    }

    ByteWriter int32(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    ByteWriter int64(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    ByteWriter instant(Instant value) {
        return int64(value.toEpochMilli());
    }

    ByteWriter text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        int16(utf8.length).room(utf8.length).put(utf8);
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(out.array(), out.position());
    }
}
