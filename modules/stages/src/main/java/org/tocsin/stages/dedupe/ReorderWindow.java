package org.tocsin.stages.dedupe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Holds articles back until nothing that belongs before them is to be expected, and lets them go in
 * the order in which they were fetched, then by id: so it does not matter on which partition an
 * article came, nor which instance read that.
 *
 * <p>An article that comes within the window of its fetching goes when it is that old, so what it
 * spent on its way is not waited for again. Any other waits the window from its arrival (it may be
 * one of many that are read anew in whatever order), but no longer than until every partition that
 * is heard has passed it. A partition that was heard within the window is waited for, however far
 * it is behind, so a long history read from several partitions at different speeds comes out in
 * order as well; one that is silent is not.
 *
 * <p>Clocks may lie. What is far ahead of the others waits for them in vain and then goes alone,
 * and neither lets others go earlier nor makes them late.
 *
 * <p>Times are milliseconds since the epoch: {@code fetched} by the clock of the articles, {@code
 * now} by that of this process. Not thread-safe.
 */
final class ReorderWindow {

    /** More than these are not held: what is behind by so much is late. */
    private static final int MOST = 20_000;

    /** After so many windows an article goes, whatever its partition's clock says of it. */
    private static final int PATIENCE = 40;

    private static final Comparator<Held> IN_ORDER =
            Comparator.comparingLong(Held::fetched)
                    .thenComparing(Held::id)
                    // The same article twice: as they were written.
                    .thenComparingLong(Held::offset);

    private final long window;
    private final long opened;
    private final Progress input;
    private final Progress output;
    private final TreeSet<Held> held = new TreeSet<>(IN_ORDER);

    /** By when their time is over, though they may be gone by then. */
    private final PriorityQueue<Held> timers =
            new PriorityQueue<>(Comparator.comparingLong(this::deadline));

    /** Those whose time is over while a partition is behind: in order, and as they came here. */
    private final TreeSet<Held> overdue = new TreeSet<>(IN_ORDER);

    private final Deque<Held> patient = new ArrayDeque<>();

    /** The latest of the articles that have waited long enough. */
    private Held due;

    /**
     * @param offset where it stands in the line that all partitions were written to
     * @param since when it came here
     */
    record Held(Sketched.Place place, String id, long offset, byte[] bytes, long since) {

        long fetched() {
            return place.fetched();
        }

        int from() {
            return place.from();
        }
    }

    ReorderWindow(Duration window, long now) {
        this.window = window.toMillis();
        this.opened = now;
        this.input = new Progress(this.window * PATIENCE, now);
        this.output = new Progress(this.window * PATIENCE, now);
    }

    /** Whether articles that belong after one of that time have gone of late. */
    boolean isPast(long fetched) {
        long released = output.reachedByAll(Long.MIN_VALUE);
        return released != Long.MAX_VALUE && fetched < released;
    }

    void add(Held article) {
        held.add(article);
        timers.add(article);
        input.hear(article.from(), article.fetched(), article.since());
    }

    private long deadline(Held article) {
        long since = article.since();
        return window + (isFresh(article) ? Math.min(article.fetched(), since) : since);
    }

    /** Whether it came within the window, give or take what clocks differ by. */
    private boolean isFresh(Held article) {
        return Math.abs(article.since() - article.fetched()) < window;
    }

    /** Lets go, in order, what need not wait any longer. */
    void release(long now, Consumer<Held> next) {
        if (held.isEmpty() || now - opened < window) {
            // Partitions that have not been heard yet may have the oldest of all.
            return;
        }
        long reached = input.reachedByAll(now - window);
        long passed = input.passedByAll(now - window);
        findDue(now, reached);
        while (!held.isEmpty() && mayGo(held.first(), passed)) {
            Held first = held.pollFirst();
            output.hear(0, first.fetched(), now);
            next.accept(first);
        }
        due = null;
        giveUpWaiting(now, next);
    }

    private void findDue(long now, long reached) {
        for (Held next = timers.peek();
                next != null && deadline(next) <= now;
                next = timers.peek()) {
            timers.poll();
            if (held.contains(next)) {
                overdue.add(next);
                patient.add(next);
            }
        }
        // A partition that is behind by more than the window reads a history.
        while (!overdue.isEmpty() && overdue.first().fetched() - window <= reached) {
            Held next = overdue.pollFirst();
            due = due == null || IN_ORDER.compare(next, due) > 0 ? next : due;
        }
    }

    private boolean mayGo(Held first, long passed) {
        return due != null && IN_ORDER.compare(first, due) <= 0
                || !isFresh(first) && first.fetched() + window <= passed
                || held.size() > MOST;
    }

    /** Alone, and without a trace: it may be the one whose clock is wrong. */
    private void giveUpWaiting(long now, Consumer<Held> next) {
        for (Held oldest = patient.peek(); oldest != null; oldest = patient.peek()) {
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
    int size() {
        return held.size();
    }
}
