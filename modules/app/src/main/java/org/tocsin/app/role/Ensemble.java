package org.tocsin.app.role;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts that run in this process. When one is lost the process ends: an orchestrator restarts
 * it, a half-dead one it would leave alone.
 */
public final class Ensemble implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ensemble.class);

    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    /** The dashboard's; 0 while there is none. */
    private volatile int httpPort;

    void add(Part part) {
        parts.add(part);
    }

    /** To be told when a part of that name cannot go on. */
    void lost(String part, Throwable cause) {
        end.completeExceptionally(new PartLost(part, cause));
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    void serves(int port) {
        httpPort = port;
    }

    /** Where the dashboard listens; 0 without one. */
    public int httpPort() {
        return httpPort;
    }

    /** Whether no part needs a new process. */
    public boolean isLive() {
        return !end.isDone() && parts.stream().allMatch(part -> part.live().getAsBoolean());
    }

    /** Whether every part does its work. */
    public boolean isReady() {
        return !end.isDone() && parts.stream().allMatch(part -> part.ready().getAsBoolean());
    }

    /**
     * Waits until the parts are closed.
     *
     * @throws PartLost when one of them was lost
     */
    public void awaitEnd() throws InterruptedException, PartLost {
        try {
            end.get();
        } catch (ExecutionException e) {
            throw (PartLost) e.getCause();
        }
    }

    /** Closes all parts at a time: each may take seconds to say goodbye to its broker. */
    @Override
    public void close() {
        List<Thread> closing = parts.stream().map(Ensemble::closing).toList();
        closing.forEach(Thread::start);
        try {
            for (Thread thread : closing) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end.complete(null);
    }

    private static Thread closing(Part part) {
        return new Thread(
                () -> {
                    try {
                        part.work().close();
                    } catch (Exception e) {
                        LOG.warn("{} did not end cleanly", part.name(), e);
                    }
                },
                "close-" + part.name());
    }
}
