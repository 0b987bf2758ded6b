package org.tocsin.ingestor.parse;

import java.time.Instant;
import java.util.List;

/** What a feed says of one item, before anything of it is believed. Any part may be null. */
record Item(
        String title,
        String text,
        String guid,
        String url,
        Instant published,
        Instant updated,
        String language,
        List<String> authors,
        List<String> categories) {

    /** Whether all that an article is judged by has been found. */
    boolean isWhole() {
        return !isBlank(title)
                && !isBlank(text)
                && url != null
                && (published != null || updated != null);
    }

    boolean isEmpty() {
        return isBlank(title)
                && isBlank(text)
                && url == null
                && guid == null
                && published == null
                && updated == null;
    }

    private static boolean isBlank(String value) {
        return value == null || value.isBlank();
    }
}
