package org.tocsin.app;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.tocsin.app.command.LogChannel;
import org.tocsin.app.command.TocsinCommand;
import org.tocsin.app.lines.Terminal;

/** The process: arguments in, an exit status out. */
public final class Tocsin {

    private Tocsin() {}

    public static void main(String[] arguments) {
        LogChannel.quiet();
        // Whatever the locale of the machine: the formats are UTF-8.
        var out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        // Buffered, since a bare FileInputStream asks a pipe for its position and fails on
        // readAllBytes.
        var in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
        int status = TocsinCommand.run(new Terminal(in, out, err, System.getenv()), arguments);
        out.flush();
        // Libraries leave threads behind that are no reason to stay.
        System.exit(status);
    }
}
