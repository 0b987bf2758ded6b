package org.tocsin.stages.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Bytes in the making. Numbers take as few bytes as they need (seven bits each, the lowest first);
 * a text stands there once, where it comes first, and is a number afterwards: ids, origins, names
 * and clauses come back with every telling.
 */
final class FormOutput {

    private static final int USUAL_SIZE = 1024;
    private static final int USUAL_TEXTS = 128;

    /** 64 bits, seven a byte. */
    private static final int LONGEST_NUMBER = 10;

    private byte[] buffer = new byte[USUAL_SIZE];
    private int size;
    private final Map<String, Integer> texts = new HashMap<>(USUAL_TEXTS);

    byte[] bytes() {
        return Arrays.copyOf(buffer, size);
    }

    void octet(int value) {
        reserve(1);
        buffer[size++] = (byte) value;
    }

    /** Four bytes whatever the value. */
    void name(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            octet(value >>> shift);
        }
    }

    /** Small ones of either sign are short. */
    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** Short where it is small and not negative. */
    void number(long value) {
        reserve(LONGEST_NUMBER);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            buffer[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    /** 0 announces a new text, what is above it a known one. */
    void text(String text) {
        Integer known = texts.putIfAbsent(text, texts.size() + 1);
        if (known != null) {
            number(known);
            return;
        }
        octet(0);
        byte[] letters = text.getBytes(UTF_8);
        number(letters.length);
        reserve(letters.length);
        System.arraycopy(letters, 0, buffer, size, letters.length);
        size += letters.length;
    }

    private void reserve(int more) {
        if (size + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(size + more, buffer.length * 2));
        }
    }
}
