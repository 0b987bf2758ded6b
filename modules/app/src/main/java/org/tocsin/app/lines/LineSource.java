package org.tocsin.app.lines;

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

    /** What a decoder puts where bytes are no UTF-8. */
    private static final char REPLACED = '\uFFFD';

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int from;
    private int to;
    private int number;
    private Runnable beforeWaiting = () -> {};

    public LineSource(InputStream in) {
        this.in = in;
    }

    /**
     * To be done before more is read, which may take for ever: whoever has held things back lets
     * go.
     */
    void beforeWaiting(Runnable letGo) {
        beforeWaiting = letGo;
    }

    /** A line, counted from 1: either its {@code text} or the {@code fault} is null. */
    public record Line(int number, String text, String fault) {}

    /** The next line without its break; null at the end. */
    public Line next() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        number++;
        int end = lineBreak();
        if (end < to) {
            Line line = decoded(buffer, from, end - from);
            from = end + 1;
            return line;
        }
        return gathered();
    }

    private int lineBreak() {
        int at = from;
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean fill() throws IOException {
        beforeWaiting.run();
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }

    /** A line that goes on beyond what has been read. */
    private Line gathered() throws IOException {
        var bytes = new ByteArrayOutputStream(2 * (to - from));
        boolean tooLong = false;
        do {
            int end = lineBreak();
            tooLong |= bytes.size() + end - from > LONGEST_BYTES;
            if (!tooLong) {
                bytes.write(buffer, from, end - from);
            }
            from = end;
        } while (from == to && fill());
        if (from < to) {
            from++;
        }
        return tooLong
                ? new Line(number, null, "longer than " + (LONGEST_BYTES >> 20) + " MB")
                : decoded(bytes.toByteArray(), 0, bytes.size());
    }

    private Line decoded(byte[] bytes, int first, int length) {
        String text = new String(bytes, first, length, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) >= 0 && !isUtf8(bytes, first, length)) {
            return new Line(number, null, "not UTF-8");
        }
        boolean marked = number == 1 && text.startsWith(BYTE_ORDER_MARK);
        return new Line(number, (marked ? text.substring(1) : text).strip(), null);
    }

    /** Asked only of lines in which something may have been replaced. */
    private static boolean isUtf8(byte[] bytes, int first, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, first, length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
