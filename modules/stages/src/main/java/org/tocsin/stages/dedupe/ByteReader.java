package org.tocsin.stages.dedupe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads what {@link ByteWriter} wrote; lengths and 16-bit numbers are unsigned. */
final class ByteReader {

    private final ByteBuffer in;

    ByteReader(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    int int8() {
        return in.get();
    }

    int int16() {
        return in.getShort() & 0xFFFF;
    }

    int int32() {
        return in.getInt();
    }

    long int64() {
        return in.getLong();
    }

    Instant instant() {
        return Instant.ofEpochMilli(int64());
    }

    String text() {
        var utf8 = new byte[int16()];
        in.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
