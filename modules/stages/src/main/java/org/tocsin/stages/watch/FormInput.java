package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link FormOutput} wrote, in the same order. Every method throws {@link
 * BufferUnderflowException} where bytes are missing and {@link IllegalArgumentException} where they
 * make no sense.
 */
final class FormInput {

    private final byte[] bytes;
    private int at;
    private final List<String> texts = new ArrayList<>();

    FormInput(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int octet() {
        if (at >= bytes.length) {
            throw new BufferUnderflowException();
        }
        return bytes[at++] & 0xff;
    }

    int name() {
        return octet() << 24 | octet() << 16 | octet() << 8 | octet();
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (octet & 0x7fL) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number of too many bytes");
    }

    /** A number of things that take a byte at least each. */
    int count() {
        long count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new BufferUnderflowException();
        }
        return (int) count;
    }

    String text() {
        long known = number();
        if (known != 0) {
            if (known < 0 || known > texts.size()) {
                throw new IllegalArgumentException("a text that was not there before");
            }
            return texts.get((int) known - 1);
        }
        int length = count();
        String text = new String(bytes, at, length, UTF_8);
        at += length;
        texts.add(text);
        return text;
    }
}
