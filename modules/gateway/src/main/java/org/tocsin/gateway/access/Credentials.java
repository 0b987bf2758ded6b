package org.tocsin.gateway.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.tocsin.core.access.Credential;

/** The tokens and sessions that every gateway knows, as {@code news.access} says them. */
public final class Credentials {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 8;

    private final Map<String, Credential> byId = new ConcurrentHashMap<>();
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Clock clock;

    /**
     * @param clock the time of people
     */
    public Credentials(Clock clock) {
        this.clock = clock;
    }

    /** What the log says of that id; null takes it out. */
    public void put(String id, Credential credential) {
        if (credential == null) {
            byId.remove(id);
        } else {
            byId.put(id, credential);
        }
        synchronized (this) {
            notifyAll();
        }
    }

    /** Whose that secret is, where it counts now. */
    Optional<Credential> find(String text) {
        return Secret.read(text).flatMap(secret -> find(secret, byId.get(secret.id())));
    }

    /**
     * The same for a session: somebody who signed in at another gateway may be here before the news
     * of it, so it is waited for a moment. Few can wait at a time, since anybody can make up an id.
     */
    Optional<Credential> findSoon(String text) {
        return Secret.read(text).flatMap(secret -> find(secret, soon(secret.id())));
    }

    /** Those that count now, the youngest first. */
    public List<Credential> list() {
        Instant now = clock.instant();
        return byId.values().stream()
                .filter(each -> each.holdsAt(now))
                .sorted(
                        Comparator.comparing(Credential::created)
                                .reversed()
                                .thenComparing(Credential::id))
                .toList();
    }

    /** Whether the one of that id still counts. */
    boolean holds(String id) {
        Credential now = byId.get(id);
        return now != null && now.holdsAt(clock.instant());
    }

    private Optional<Credential> find(Secret secret, Credential credential) {
        return Optional.ofNullable(credential)
                .filter(found -> Secret.isSame(found.hash(), secret.hash()))
                .filter(found -> found.holdsAt(clock.instant()));
    }

    private Credential soon(String id) {
        Credential found = byId.get(id);
        if (found != null || !waiting.tryAcquire()) {
            return found;
        }
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            synchronized (this) {
                for (long left = PATIENCE.toNanos();
                        left > 0 && !byId.containsKey(id);
                        left = deadline - System.nanoTime()) {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                }
            }
            return byId.get(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.release();
        }
    }
}
