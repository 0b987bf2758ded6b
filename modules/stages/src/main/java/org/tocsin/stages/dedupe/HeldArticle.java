package org.tocsin.stages.dedupe;

import java.util.Comparator;
import org.tocsin.stages.order.ReorderWindow;

/**
 * An article that waits for its turn: articles are told as they were fetched, then by id.
 *
 * @param offset where it stands in the line that all partitions were written to
 * @param since when it came here
 */
record HeldArticle(Sketched.Place place, String id, long offset, byte[] bytes, long since)
        implements ReorderWindow.Held, Comparable<HeldArticle> {

    private static final Comparator<HeldArticle> IN_ORDER =
            Comparator.comparingLong(HeldArticle::time)
                    .thenComparing(HeldArticle::id)
                    // The same article twice: as they were written.
                    .thenComparingLong(HeldArticle::offset);

    @Override
    public long time() {
        return place.fetched();
    }

    @Override
    public int from() {
        return place.from();
    }

    @Override
    public int compareTo(HeldArticle other) {
        return IN_ORDER.compare(this, other);
    }
}
