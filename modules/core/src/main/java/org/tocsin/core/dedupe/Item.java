package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One item of one feed: what it told so far, oldest first, the latest {@link #TOLD_KEPT}.
 *
 * <p>{@code guid} and {@code url} are hashes, 0 where the item has none; {@code seen} is the
 * archive's clock when it last came.
 */
public record Item(
        long guid, long url, List<Told> told, String story, String origin, Instant seen) {

    /** An item told more often than this is a live page; older wordings do not come back. */
    static final int TOLD_KEPT = 8;

    /** One wording of the item: the article that told it, and the hash of its content. */
    public record Told(String id, long content) {}

    public Item {
        told = List.copyOf(told);
    }

    Told latest() {
        return told.get(told.size() - 1);
    }

    Item seenAt(Instant at) {
        return new Item(guid, url, told, story, origin, at);
    }

    Item telling(Told next, long otherGuid, long otherUrl, Instant at) {
        var longer = new ArrayList<>(told);
        longer.add(next);
        int from = Math.max(0, longer.size() - TOLD_KEPT);
        return new Item(
                otherGuid, otherUrl, longer.subList(from, longer.size()), story, origin, at);
    }
}
