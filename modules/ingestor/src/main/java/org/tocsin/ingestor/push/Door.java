package org.tocsin.ingestor.push;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.IOSessionListener;

/**
 * Lets so many connections in and each for so long, whatever they do meanwhile: a client that sends
 * a byte a second never trips an idle timeout.
 */
final class Door implements IOSessionListener, AutoCloseable {

    private final int most;
    private final Duration longest;
    private final Map<String, IOSession> inside = new ConcurrentHashMap<>();
    private final ScheduledThreadPoolExecutor timer;

    Door(int most, Duration longest) {
        this.most = most;
        this.longest = longest;
        this.timer = new ScheduledThreadPoolExecutor(1, Door::daemon);
    }

    @Override
    public void connected(IOSession session) {
        if (inside.size() >= most) {
            session.close(CloseMode.IMMEDIATE);
            return;
        }
        inside.put(session.getId(), session);
        timer.schedule(() -> evict(session), longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void evict(IOSession session) {
        if (inside.remove(session.getId()) != null) {
            session.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void disconnected(IOSession session) {
        inside.remove(session.getId());
    }

    @Override
    public void startTls(IOSession session) {}

    @Override
    public void inputReady(IOSession session) {}

    @Override
    public void outputReady(IOSession session) {}

    @Override
    public void timeout(IOSession session) {}

    @Override
    public void exception(IOSession session, Exception exception) {}

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "push-door");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
