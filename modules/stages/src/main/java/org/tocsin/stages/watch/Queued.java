package org.tocsin.stages.watch;

import java.util.Comparator;
import org.tocsin.core.watch.thread.WindowHit;

/**
 * What concerns a watchlist in the line where all of that meets, and where in the line it stands:
 * by the time of the tagged telling that it comes of, then as a reader of the log finds these. So
 * the line decides as a preview of the log does.
 *
 * @param time of the telling's record
 * @param from the telling's partition
 * @param offset of the telling there
 * @param nth of what comes of that telling
 * @param hit null for what only says how far its partition has come
 */
public record Queued(long time, int from, long offset, int nth, WindowHit hit)
        implements Comparable<Queued> {

    private static final Comparator<Queued> IN_ORDER =
            Comparator.comparingLong(Queued::time)
                    .thenComparingInt(Queued::from)
                    .thenComparingLong(Queued::offset)
                    .thenComparingInt(Queued::nth);

    /** Whether every watchlist is to know. */
    boolean isForAll() {
        return hit == null || hit.isTick();
    }

    @Override
    public int compareTo(Queued other) {
        return IN_ORDER.compare(this, other);
    }
}
