package org.tocsin.app.demo;

import java.time.Instant;
import java.util.List;

/**
 * An item as a reader finds it: {@code out} is when it appears in the feed, {@code published} what
 * it says of that (null: nothing) and {@code updated} when it was revised (null: never).
 */
record Print(
        Outlet outlet,
        String item,
        String url,
        String title,
        List<String> paragraphs,
        String author,
        String category,
        Instant published,
        Instant updated,
        Instant out) {

    /** The one date of formats that have only one; null when it carries none. */
    Instant revisedOrPublished() {
        return updated != null ? updated : published;
    }
}
