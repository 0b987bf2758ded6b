package org.tocsin.app.lines;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import org.tocsin.core.json.Json;

/** Values out, one a line, each as soon as it is there. */
public final class JsonLines {

    private final PrintStream out;

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
     * @throws NobodyListens when the reader of the pipe is gone
     * @throws UncheckedIOException when the value cannot be written as JSON
     */
    public void write(Object value) {
        out.print(Json.line(value) + "\n");
        // checkError flushes: a reader of a live stream sees the line now.
        if (out.checkError()) {
            throw new NobodyListens();
        }
    }
}
