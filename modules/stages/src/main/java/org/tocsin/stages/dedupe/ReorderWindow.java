package org.tocsin.stages.dedupe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Holds articles back until nothing that belongs before them is to be expected, and lets them go in
 * the order in which they were fetched, then by id: so it does not matter on which partition an
 * article came, nor which instance read that.
 *
 * <p>How far each partition of the input has come is known from its articles. One that was heard
 * within the window is waited for, however far it is behind, so a long history read from several
 * partitions at different speeds comes out in order as well; one that is silent is not. Times are
 * milliseconds since the epoch: {@code fetched} by the clock of the articles, {@code now} by that
 * of this process. Not thread-safe.
 */
final class ReorderWindow {

    /** More than these are not held: what is behind by so much is late. */
    private static final int MOST = 20_000;

    /** After so many windows an article goes, whatever its partition's clock says of it. */
    private static final int PATIENCE = 20;

    private static final Comparator<Held> IN_ORDER =
            Comparator.comparingLong(Held::fetched)
                    .thenComparing(Held::id)
                    // The same article twice: as they were written.
                    .thenComparingLong(Held::offset);

    private final long window;
    private final long opened;
    private final TreeMap<Held, Held> held = new TreeMap<>(IN_ORDER);
    private final Deque<Held> arrivals = new ArrayDeque<>();

    /** By partition of the input: the latest article fetched, and when one was last heard. */
    private long[] reached = new long[0];

    private long[] heard = new long[0];
    private long released = Long.MIN_VALUE;

    /** The latest of the articles that have waited long enough. */
    private Held due;

    /**
     * @param offset where it stands in the line that all partitions were written to
     * @param from the partition of the input that it came from
     * @param since when it came here
     */
    record Held(long fetched, String id, long offset, int from, byte[] bytes, long since) {}

    ReorderWindow(Duration window, long now) {
        this.window = window.toMillis();
        this.opened = now;
    }

    /** Whether articles that belong after one of that time have gone already. */
    boolean isPast(long fetched) {
        return fetched < released;
    }

    void add(Held article) {
        held.put(article, article);
        arrivals.add(article);
        hear(article);
    }

    private void hear(Held article) {
        int from = article.from();
        if (from >= reached.length) {
            int before = reached.length;
            reached = Arrays.copyOf(reached, from + 1);
            heard = Arrays.copyOf(heard, from + 1);
            Arrays.fill(reached, before, from + 1, Long.MIN_VALUE);
            Arrays.fill(heard, before, from + 1, Long.MIN_VALUE);
        }
        reached[from] = Math.max(reached[from], article.fetched());
        heard[from] = article.since();
    }

    /** Lets go, in order, what need not wait any longer. */
    void release(long now, Consumer<Held> next) {
        long horizon = horizon(now);
        age(now, horizon);
        while (!held.isEmpty() && mayGo(held.firstKey(), now, horizon)) {
            Held first = held.pollFirstEntry().getKey();
            released = Math.max(released, first.fetched());
            next.accept(first);
        }
    }

    /** How far every partition that is heard has come; all time where none is. */
    private long horizon(long now) {
        if (now - opened < window) {
            // Those that have not been heard yet may have the oldest of all.
            return Long.MIN_VALUE;
        }
        long least = Long.MAX_VALUE;
        for (int i = 0; i < heard.length; i++) {
            if (heard[i] != Long.MIN_VALUE && now - heard[i] <= window) {
                least = Math.min(least, reached[i]);
            }
        }
        return least;
    }

    private void age(long now, long horizon) {
        for (Held oldest = arrivals.peek(); oldest != null; oldest = arrivals.peek()) {
            if (!isDue(oldest, now, horizon)) {
                return;
            }
            arrivals.poll();
            if (due == null || IN_ORDER.compare(oldest, due) > 0) {
                due = oldest;
            }
        }
    }

    /** Whether it has waited its time, and no partition that is heard is far behind it. */
    private boolean isDue(Held article, long now, long horizon) {
        long waited = now - article.since();
        boolean caughtUp = horizon != Long.MIN_VALUE && article.fetched() - window <= horizon;
        return waited >= window && caughtUp || waited >= window * PATIENCE;
    }

    private boolean mayGo(Held first, long now, long horizon) {
        return due != null && IN_ORDER.compare(first, due) <= 0
                || horizon != Long.MIN_VALUE && first.fetched() + window <= horizon
                || isDue(first, now, horizon)
                || held.size() > MOST;
    }

    /** How many wait. */
    int size() {
        return held.size();
    }
}
