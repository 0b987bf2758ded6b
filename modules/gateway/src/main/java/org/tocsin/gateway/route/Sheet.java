package org.tocsin.gateway.route;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.tocsin.core.watch.Alert;

/**
 * Rows on their way into a file, each sent as it comes: however many there are, none waits here.
 * Nothing is sent before the first, so that until then the answer may still be a problem; once rows
 * are out, {@link #abort} breaks the answer off, which a client cannot take for a whole one.
 */
final class Sheet {

    private static final int BUFFER = 1 << 15;

    private final Context ctx;
    private final Form form;
    private OutputStream out;

    /**
     * How rows are written.
     *
     * @param head before them all
     */
    record Form(String extension, String type, String head, Function<Alert, String> row) {}

    Sheet(Context ctx, Form form) {
        this.ctx = ctx;
        this.form = form;
    }

    /** Whether there is anything to write: of a HEAD only the headers are sent. */
    boolean isAsked() {
        return ctx.method() != HandlerType.HEAD;
    }

    /**
     * @throws UncheckedIOException when the client is gone
     */
    void add(Alert alert) {
        open();
        write(form.row().apply(alert));
    }

    /** All rows are there. */
    void end() {
        open();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Breaks off; false where nothing is sent yet. */
    boolean abort(Exception why) {
        if (out == null) {
            return false;
        }
        ServletContextRequest.getServletContextRequest(ctx.req()).getServletChannel().abort(why);
        return true;
    }

    private void open() {
        if (out != null) {
            return;
        }
        ctx.header(
                "Content-Disposition", "attachment; filename=\"alerts." + form.extension() + "\"");
        ctx.contentType(form.type());
        try {
            ctx.res().setBufferSize(BUFFER);
            out = ctx.res().getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (isAsked()) {
            write(form.head());
        }
    }

    private void write(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
