package org.tocsin.core.dedupe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/**
 * A sketch as bytes: one of version, then the fields in order, integers big-endian, each list
 * behind its length. What follows from the rest (the sample of the runs, the terms) is left out.
 */
final class SketchBytes {

    /** To be raised with {@link ContentHash#VERSION}, too. */
    private static final byte VERSION = 2;

    /** Version, hashes, flags, lead and the lengths of the lists. */
    private static final int FIXED = 1 + 3 * 8 + 4 + 1 + 3 * 2 + 5 * 2;

    private SketchBytes() {}

    static byte[] write(Sketch sketch) {
        byte[] credited = sketch.credited == null ? new byte[0] : utf8(sketch.credited);
        byte[] quoted = sketch.quoted.toByteArray();
        int codes = sketch.title.length + sketch.body.length;
        var out =
                ByteBuffer.allocate(
                        FIXED
                                + credited.length
                                + quoted.length
                                + codes * Short.BYTES
                                + sketch.grams.size() * Integer.BYTES);
        out.put(VERSION).putLong(sketch.content).putLong(sketch.guid).putLong(sketch.url);
        out.putInt(sketch.titleKey).put((byte) (sketch.headlineOnly ? 1 : 0));
        put(out, credited);
        out.putShort((short) sketch.lead.from()).putShort((short) sketch.lead.to());
        put(out, sketch.title);
        put(out, sketch.body);
        out.putShort((short) sketch.grams.run()).putShort((short) sketch.grams.size());
        out.asIntBuffer().put(sketch.grams.all());
        out.position(out.position() + sketch.grams.size() * Integer.BYTES);
        put(out, quoted);
        return out.array();
    }

    static boolean isReadable(byte[] bytes) {
        return bytes.length > 0 && bytes[0] == VERSION;
    }

    static Sketch read(byte[] bytes) {
        if (!isReadable(bytes)) {
            throw new IllegalArgumentException("no sketch of version " + VERSION);
        }
        try {
            return new Sketch(parts(ByteBuffer.wrap(bytes, 1, bytes.length - 1)));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("a sketch cut short", e);
        }
    }

    private static SketchParts parts(ByteBuffer in) {
        return new SketchParts(
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getInt(),
                in.get() != 0,
                text(bytes(in)),
                new Lead(length(in), length(in)),
                codes(in),
                codes(in),
                grams(in),
                BitSet.valueOf(bytes(in)));
    }

    private static Grams grams(ByteBuffer in) {
        int run = length(in);
        int size = length(in);
        var all = new int[size];
        in.asIntBuffer().get(all);
        in.position(in.position() + size * Integer.BYTES);
        return Grams.of(run, all);
    }

    private static void put(ByteBuffer out, byte[] bytes) {
        out.putShort((short) bytes.length).put(bytes);
    }

    private static byte[] bytes(ByteBuffer in) {
        var bytes = new byte[length(in)];
        in.get(bytes);
        return bytes;
    }

    private static void put(ByteBuffer out, short[] codes) {
        out.putShort((short) codes.length);
        out.asShortBuffer().put(codes);
        out.position(out.position() + codes.length * Short.BYTES);
    }

    private static short[] codes(ByteBuffer in) {
        var codes = new short[length(in)];
        in.asShortBuffer().get(codes);
        in.position(in.position() + codes.length * Short.BYTES);
        return codes;
    }

    private static int length(ByteBuffer in) {
        return in.getShort() & 0xFFFF;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] utf8) {
        return utf8.length == 0 ? null : new String(utf8, StandardCharsets.UTF_8);
    }
}
