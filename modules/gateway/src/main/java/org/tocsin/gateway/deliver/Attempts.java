package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is on its way to somebody, and what came of it. Begun and collected by one thread; outcomes
 * come in on any.
 */
final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final Courier.Plan plan;
    private final Runnable came;
    private final Queue<Attempted> attempted = new ConcurrentLinkedQueue<>();
    private int underWay;

    /** A batch, what came of sending it, and when. */
    record Attempted(Batch batch, Outcome outcome, Instant at) {}

    /**
     * @param came called, on any thread, when an outcome is there
     */
    Attempts(Courier.Plan plan, Runnable came) {
        this.plan = plan;
        this.came = came;
    }

    void begin(Batch batch) {
        underWay++;
        send(batch)
                .whenComplete(
                        (outcome, bug) -> {
                            if (bug != null) {
                                String whose = batch.subscriber().id();
                                LOG.error("an attempt failed; subscriber={}", whose, bug);
                            }
                            Outcome told = bug == null ? outcome : refusal("failed: " + bug);
                            attempted.add(new Attempted(batch, told, plan.clock().instant()));
                            came.run();
                        });
    }

    private CompletableFuture<Outcome> send(Batch batch) {
        Means means = plan.means().get(batch.subscriber().kind());
        if (batch.subscriber().isSealed()) {
            return refused("sealed with a key that TOCSIN_DELIVER_KEYS does not have here");
        }
        return means == null
                ? refused("no mail server is set here")
                : means.send(batch.subscriber(), batch.deliveries());
    }

    private static CompletableFuture<Outcome> refused(String why) {
        return CompletableFuture.completedFuture(refusal(why));
    }

    private static Outcome refusal(String why) {
        return Outcome.refused(0, why, 0);
    }

    /** Those that have ended since it was last asked. */
    List<Attempted> ended() {
        var ended = new ArrayList<Attempted>();
        for (Attempted one = attempted.poll(); one != null; one = attempted.poll()) {
            underWay--;
            ended.add(one);
        }
        return ended;
    }

    /** Waits until all have ended, or that long. */
    void await(Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (underWay > attempted.size() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
