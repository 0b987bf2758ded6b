package org.tocsin.core.dedupe;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes and reads the fields of a record one behind the other. A name is a byte and its UTF-8: the
 * byte tells the length, or that 16 bytes follow which stand for 32 hexadecimal digits, as ids of
 * articles are, or for {@code s-} and such digits, as those of stories.
 */
final class Fields {

    private static final int HEX = 255;
    private static final int STORY_HEX = 254;
    private static final int LONG = 253;
    private static final int HEX_BYTES = 16;
    private static final String STORY = "s-";
    private static final HexFormat DIGITS = HexFormat.of();

    private byte[] bytes;
    private int at;

    private Fields(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** To write, behind so many bytes of another's. */
    static Fields behind(int head) {
        return new Fields(new byte[head + 128], head);
    }

    /** To read from there on. */
    static Fields in(byte[] bytes, int at) {
        return new Fields(bytes, at);
    }

    byte[] written() {
        return Arrays.copyOf(bytes, at);
    }

    Fields put(long value) {
        room(Long.BYTES);
        Slabs.LONG.set(bytes, at, value);
        at += Long.BYTES;
        return this;
    }

    long number() {
        at += Long.BYTES;
        return (long) Slabs.LONG.get(bytes, at - Long.BYTES);
    }

    /** A number that is below 65,536. */
    Fields putSmall(int value) {
        room(Short.BYTES);
        Slabs.SHORT.set(bytes, at, (short) value);
        at += Short.BYTES;
        return this;
    }

    int small() {
        at += Short.BYTES;
        return (short) Slabs.SHORT.get(bytes, at - Short.BYTES) & 0xFFFF;
    }

    Fields put(String name) {
        boolean story = name.startsWith(STORY);
        int digits = story ? STORY.length() : 0;
        if (isHex(name, digits)) {
            room(1 + HEX_BYTES);
            bytes[at++] = (byte) (story ? STORY_HEX : HEX);
            for (int i = digits; i < name.length(); i += 2) {
                int high = HexFormat.fromHexDigit(name.charAt(i));
                bytes[at++] = (byte) (high << 4 | HexFormat.fromHexDigit(name.charAt(i + 1)));
            }
            return this;
        }
        byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
        room(1 + Long.BYTES + utf8.length);
        bytes[at++] = (byte) Math.min(LONG, utf8.length);
        if (utf8.length >= LONG) {
            put((long) utf8.length);
        }
        System.arraycopy(utf8, 0, bytes, at, utf8.length);
        at += utf8.length;
        return this;
    }

    private static boolean isHex(String name, int from) {
        if (name.length() - from != HEX_BYTES * 2) {
            return false;
        }
        for (int i = from; i < name.length(); i++) {
            char c = name.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    String name() {
        int kind = bytes[at++] & 0xFF;
        if (kind >= STORY_HEX) {
            at += HEX_BYTES;
            String digits = DIGITS.formatHex(bytes, at - HEX_BYTES, at);
            return kind == HEX ? digits : STORY + digits;
        }
        int length = kind == LONG ? (int) number() : kind;
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    private void room(int more) {
        if (at + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, (at + more) * 2);
        }
    }
}
