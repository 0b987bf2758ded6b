package org.tocsin.gateway.stream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;

/**
 * The bytes on their way to one client, written as fast as it reads and never faster.
 *
 * <p>No thread waits for a client: {@link #post} writes what the socket takes at once, and the
 * container calls {@link #onWritePossible} when it takes more (Servlet 6.0, section 3.7.1, "Non
 * Blocking IO"). A client with more than {@code capacity} messages waiting is cut off; it comes
 * back with the id of the last it read.
 */
final class Mailbox implements WriteListener {

    private final ServletOutputStream out;
    private final int capacity;
    private final Runnable closed;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private Iterator<byte[]> first = Collections.emptyIterator();
    private boolean listening;
    private boolean unflushed;
    private boolean done;

    Mailbox(ServletOutputStream out, int capacity, Runnable closed) {
        this.out = out;
        this.capacity = capacity;
        this.closed = closed;
    }

    /**
     * What comes of posting a message: it waits or went out, nobody is there, or it was too much.
     */
    enum Posted {
        TAKEN,
        GONE,
        CUT_OFF
    }

    /** These go out before anything that is posted after them, and do not count as waiting. */
    synchronized void startWith(Iterator<byte[]> messages) {
        first = messages;
    }

    Posted post(byte[] message) {
        synchronized (this) {
            if (done) {
                return Posted.GONE;
            }
            waiting.add(message);
            drain();
            if (waiting.size() <= capacity) {
                return Posted.TAKEN;
            }
        }
        close();
        return Posted.CUT_OFF;
    }

    @Override
    public synchronized void onWritePossible() {
        listening = true;
        drain();
    }

    /**
     * Writes while the socket takes it. After {@code isReady()} says no, the container owes us a
     * call of onWritePossible; until that comes, neither write nor flush is allowed.
     */
    private void drain() {
        try {
            while (listening && !done) {
                if (!out.isReady()) {
                    listening = false;
                } else if (first.hasNext()) {
                    write(first.next());
                } else if (!waiting.isEmpty()) {
                    write(waiting.remove());
                } else if (unflushed) {
                    out.flush();
                    unflushed = false;
                } else {
                    return;
                }
            }
        } catch (IOException e) {
            done = true;
            closed.run();
        }
    }

    private void write(byte[] message) throws IOException {
        out.write(message);
        unflushed = true;
    }

    @Override
    public void onError(Throwable gone) {
        close();
    }

    void close() {
        synchronized (this) {
            if (done) {
                return;
            }
            done = true;
            waiting.clear();
        }
        closed.run();
    }
}
