package org.tocsin.app.lines;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a UTF-8 stream with their numbers, one in memory at a time. A line that is not UTF-8
 * or is too long to be an article is a line without text, so that the rest can still be read.
 */
public final class LineSource implements Closeable {

    /** No article is as long; a file without line breaks should not take the memory. */
    private static final int LONGEST_BYTES = 32 << 20;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream in;
    private int number;

    public LineSource(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** A line, counted from 1: either its {@code text} or the {@code fault} is null. */
    public record Line(int number, String text, String fault) {}

    /** The next line without its break; null at the end. */
    public Line next() throws IOException {
        var bytes = new ByteArrayOutputStream(4096);
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < LONGEST_BYTES) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        number++;
        return tooLong
                ? new Line(number, null, "longer than " + (LONGEST_BYTES >> 20) + " MB")
                : decoded(bytes.toByteArray());
    }

    private Line decoded(byte[] bytes) {
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
            return new Line(number, (marked ? text.substring(1) : text).strip(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "not UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
