package org.tocsin.gateway.preview;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;

/** One watchlist's run over a span of the log. */
public final class Preview {

    private static final Logger LOG = LoggerFactory.getLogger(Preview.class);

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        CANCELLED,
        FAILED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked: a watchlist, and from when until when things were told. */
    public record Span(Instant from, Instant to) {}

    /**
     * A preview as it stands now.
     *
     * @param progress of the span, from 0 to 1
     * @param error null unless it failed
     * @param result what it came to so far
     */
    public record View(
            String id,
            State state,
            Watchlist watchlist,
            Instant from,
            Instant to,
            double progress,
            String error,
            Rehearsal.Result result) {}

    private final String id;
    private final Watchlist watchlist;
    private final Span span;
    private final Rehearsal rehearsal;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile State state = State.WAITING;
    private volatile String error;
    private volatile boolean cancelled;

    Preview(String id, Watchlist watchlist, Span span, Rehearsal rehearsal) {
        this.id = id;
        this.watchlist = watchlist;
        this.span = span;
        this.rehearsal = rehearsal;
    }

    public String id() {
        return id;
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    void cancel() {
        cancelled = true;
    }

    void run(LogSpan<TaggedTelling> log) {
        try {
            if (!cancelled) {
                state = State.RUNNING;
                log.read(span.from().minus(rehearsal.warmUp()), span.to(), this::take);
            }
            state = cancelled ? State.CANCELLED : State.DONE;
        } catch (KafkaException e) {
            fail("the log could not be read", e);
        } catch (RuntimeException e) {
            fail("it failed; see the gateway's log", e);
        } finally {
            over.countDown();
        }
    }

    private boolean take(int partition, TaggedTelling telling) {
        if (telling.telling().article().fetched().isBefore(span.from())) {
            rehearsal.hear(partition, telling);
            return !cancelled;
        }
        return rehearsal.tell(partition, telling) && !cancelled;
    }

    private void fail(String why, RuntimeException e) {
        LOG.warn("a preview failed; id={} watchlist={}", id, watchlist.id(), e);
        error = why;
        state = State.FAILED;
    }

    /** Waits until it is over, at most so long. */
    public void await(Duration most) throws InterruptedException {
        over.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    public View view() {
        State now = state;
        return new View(
                id,
                now,
                watchlist,
                span.from(),
                span.to(),
                progress(now),
                error,
                rehearsal.result());
    }

    /** By time: what a day holds is known only when it was read. */
    private double progress(State now) {
        Instant reached = rehearsal.reached();
        if (now == State.DONE) {
            return 1;
        }
        if (reached == null || !reached.isAfter(span.from())) {
            return 0;
        }
        double all = Math.max(1, Duration.between(span.from(), span.to()).toMillis());
        double share = Duration.between(span.from(), reached).toMillis() / all;
        return Math.min(.99, Math.round(share * 100) / 100.0);
    }
}
