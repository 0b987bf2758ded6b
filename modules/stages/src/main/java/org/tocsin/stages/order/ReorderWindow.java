package org.tocsin.stages.order;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds back what comes of several partitions until nothing that belongs before it is to be
 * expected, and lets it go in its own order, which begins with its time: so it does not matter on
 * which partition it came, nor which instance read that.
 *
 * <p>What is fresh goes when it is as old as the window, so what it spent on its way is not waited
 * for again. Any other waits the window from its arrival (it may be one of many that are read anew
 * in whatever order), but no longer than until every partition that is heard has passed it. A
 * partition that was heard within the window is waited for, however far it is behind, so a long
 * history read from several partitions at different speeds comes out in order as well; one that is
 * silent is not.
 *
 * <p>Clocks may lie. What is far ahead of the others waits for them in vain and then goes alone,
 * and neither lets others go earlier nor makes them late.
 *
 * <p>Times are milliseconds since the epoch: {@code time} by the clock of what is held, {@code now}
 * by that of this process. Not thread-safe.
 *
 * @param <H> what is held; its order is by {@link Held#time} first
 */
public final class ReorderWindow<H extends ReorderWindow.Held & Comparable<H>> {

    /** More than these are not held: what is behind by so much is late. */
    private static final int MOST = 20_000;

    /** So long is let go at once: the rest goes next time, after a commit that may be due. */
    private static final Duration AT_ONCE = Duration.ofMillis(200);

    /** After so many windows it goes, whatever its partition's clock says of it. */
    private static final int PATIENCE = 40;

    private final Waits waits;
    private final long window;
    private final long opened;
    private final Progress input;
    private final Progress output;
    private final TreeSet<H> held = new TreeSet<>();

    /** By when their time is over, though they may be gone by then. */
    private final PriorityQueue<H> timers =
            new PriorityQueue<>(Comparator.comparingLong(this::deadline));

    /** Those whose time is over while a partition is behind: in order, and as they came here. */
    private final TreeSet<H> overdue = new TreeSet<>();

    private final Deque<H> patient = new ArrayDeque<>();

    /** The latest of those that have waited long enough; null once all until it are gone. */
    private H due;

    /** What waits for its turn. */
    public interface Held {

        /** By which it stands in order. */
        long time();

        /** The partition that it came of. */
        int from();

        /** When it came here. */
        long since();
    }

    /**
     * How long is waited for what may belong before.
     *
     * @param window how old what is fresh must be before it goes
     * @param fresh what is no older than this when it comes is fresh
     * @param least how long also what is older than the window waits
     * @param opening how long after a start nothing goes: partitions that have not been heard yet
     *     may have the oldest of all
     */
    public record Waits(Duration window, Duration fresh, Duration least, Duration opening) {

        /** Nothing but the window. */
        public static Waits of(Duration window) {
            return new Waits(window, window, Duration.ZERO, window);
        }
    }

    public ReorderWindow(Waits waits, long now) {
        this.waits = waits;
        this.window = waits.window().toMillis();
        this.opened = now;
        this.input = new Progress(this.window * PATIENCE, now);
        this.output = new Progress(this.window * PATIENCE, now);
    }

    /** Whether what belongs after that time has gone of late. */
    public boolean isPast(long time) {
        long released = output.reachedByAll(Long.MIN_VALUE);
        return released != Long.MAX_VALUE && time < released;
    }

    public void add(H next) {
        held.add(next);
        timers.add(next);
        hear(next.from(), next.time(), next.since());
    }

    /** That the partition has come so far, whatever there was to hold of it. */
    public void hear(int from, long time, long now) {
        input.hear(from, time, now);
    }

    private long deadline(H one) {
        long since = one.since();
        return isFresh(one)
                ? Math.max(window + Math.min(one.time(), since), since + waits.least().toMillis())
                : window + since;
    }

    /** Whether it came in time, give or take what clocks differ by. */
    private boolean isFresh(H one) {
        return Math.abs(one.since() - one.time()) < waits.fresh().toMillis();
    }

    /** Lets go, in order, what need not wait any longer, or as much of it as one turn takes. */
    public void release(long now, Consumer<? super H> next) {
        if (held.isEmpty() || now - opened < waits.opening().toMillis()) {
            return;
        }
        long reached = input.reachedByAll(now - window);
        long passed = input.passedByAll(now - window);
        findDue(now, reached);
        long begin = System.nanoTime();
        while (!held.isEmpty() && mayGo(held.first(), passed)) {
            if (System.nanoTime() - begin > AT_ONCE.toNanos()) {
                return;
            }
            H first = held.pollFirst();
            output.hear(0, first.time(), now);
            next.accept(first);
        }
        due = null;
        giveUpWaiting(now, next);
    }

    private void findDue(long now, long reached) {
        for (H next = timers.peek(); next != null && deadline(next) <= now; next = timers.peek()) {
            timers.poll();
            if (held.contains(next)) {
                overdue.add(next);
                patient.add(next);
            }
        }
        // A partition that is behind by more than the window reads a history.
        while (!overdue.isEmpty() && overdue.first().time() - window <= reached) {
            H next = overdue.pollFirst();
            due = due == null || next.compareTo(due) > 0 ? next : due;
        }
    }

    private boolean mayGo(H first, long passed) {
        return due != null && first.compareTo(due) <= 0
                || !isFresh(first) && first.time() + window <= passed
                || held.size() > MOST;
    }

    /** Alone, and without a trace: it may be the one whose clock is wrong. */
    private void giveUpWaiting(long now, Consumer<? super H> next) {
        for (H oldest = patient.peek(); oldest != null; oldest = patient.peek()) {
            boolean isHeld = held.contains(oldest);
            if (isHeld && now - oldest.since() < window * PATIENCE) {
                return;
            }
            patient.poll();
            overdue.remove(oldest);
            if (isHeld) {
                held.remove(oldest);
                next.accept(oldest);
            }
        }
    }

    /** How many wait. */
    public int size() {
        return held.size();
    }
}
