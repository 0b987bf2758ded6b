package org.tocsin.app.role;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.utils.Exit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.app.lines.Terminal;

/**
 * A role as the life of this process: what was opened is closed in reverse order, once, when the
 * process is told to end or a part is lost.
 */
public final class RoleProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RoleProcess.class);

    /** Orchestrators and people alike lose patience; what is not closed by then is recovered. */
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Terminal terminal;
    private final String goodbye;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private boolean running;
    private boolean closed;

    /**
     * @param goodbye told when all that {@link #runs} is closed
     */
    public RoleProcess(Terminal terminal, String goodbye) {
        this.terminal = terminal;
        this.goodbye = goodbye;
        Runtime.getRuntime().addShutdownHook(new Thread(this::endInTime, "goodbye"));
    }

    /** Takes care of closing it. */
    public synchronized <T extends AutoCloseable> T open(T closeable) {
        opened.push(closeable);
        return closeable;
    }

    /** Everything is up: from now on its end is worth a word. */
    public synchronized void runs() {
        running = true;
    }

    /** An embedded broker whose disk fails stops the JVM on the spot; say at least why. */
    public void explainHalts(String log) {
        Exit.setHaltProcedure(
                (status, message) -> {
                    terminal.err()
                            .println(
                                    "tocsin: the embedded broker cannot go on (is the disk full?); "
                                            + log
                                            + " says more");
                    Runtime.getRuntime().halt(status);
                });
    }

    private void endInTime() {
        var closing = new Thread(this::close, "closing");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                LOG.warn("did not close cleanly", e);
            }
        }
        if (running) {
            terminal.err().println(goodbye);
        }
    }
}
