package org.tocsin.app.lines;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.tocsin.core.json.Json;

/** Values out, one a line. */
public final class JsonLines {

    /** No more characters are held back. */
    private static final int MOST = 1 << 15;

    private final PrintStream out;
    private final StringBuilder lines = new StringBuilder();

    public JsonLines(PrintStream out) {
        this.out = out;
    }

    /** Nobody reads any more: {@code head} has seen enough. The command ends without a word. */
    public static final class NobodyListens extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NobodyListens() {
            super(null, null, false, false);
        }
    }

    /**
     * Writes the value for whoever waits for it: a reader of a live stream sees the line now.
     *
     * @throws NobodyListens when the reader of the pipe is gone
     * @throws UncheckedIOException when the value cannot be written as JSON
     */
    public void write(Object value) {
        writeSoon(value);
        flush();
    }

    /** The same, but what comes in great numbers goes out together, at the latest when flushed. */
    public void writeSoon(Object value) {
        lines.append(Json.line(value)).append('\n');
        if (lines.length() > MOST) {
            flush();
        }
    }

    /**
     * Lets what was held back go.
     *
     * @throws NobodyListens when the reader of the pipe is gone
     */
    public void flush() {
        out.print(lines);
        lines.setLength(0);
        // checkError flushes.
        if (out.checkError()) {
            throw new NobodyListens();
        }
    }
}
