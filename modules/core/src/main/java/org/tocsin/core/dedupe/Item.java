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

    /**
     * One wording of the item: the article that told it, the hash of its content, and the version
     * of that hash.
     */
    public record Told(String id, long content, int hash) {

        public Told(String id, long content) {
            this(id, content, ContentHash.VERSION);
        }
    }

    public Item {
        told = List.copyOf(told);
    }

    Told latest() {
        return told.get(told.size() - 1);
    }

    /**
     * The same wording under the hash of this version too. The older one stays behind it: under
     * that the article is kept.
     */
    Item alsoHashed(Told older, long content) {
        var both = new ArrayList<>(told);
        both.add(told.indexOf(older), new Told(older.id, content));
        return new Item(guid, url, latest(both), story, origin, seen);
    }

    /** Whether that wording of it is not known by the hash of this version. */
    boolean isOnlyOlder(Told wording) {
        return wording.hash != ContentHash.VERSION
                && told.stream()
                        .noneMatch(
                                other ->
                                        other.hash == ContentHash.VERSION
                                                && other.id.equals(wording.id));
    }

    private static List<Told> latest(List<Told> all) {
        return all.subList(Math.max(0, all.size() - TOLD_KEPT), all.size());
    }

    Item seenAt(Instant at) {
        return new Item(guid, url, told, story, origin, at);
    }

    Item telling(Told next, long otherGuid, long otherUrl, Instant at) {
        var longer = new ArrayList<>(told);
        longer.add(next);
        return new Item(otherGuid, otherUrl, latest(longer), story, origin, at);
    }
}
