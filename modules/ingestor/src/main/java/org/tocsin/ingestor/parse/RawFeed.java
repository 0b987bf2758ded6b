package org.tocsin.ingestor.parse;

import java.util.List;

/**
 * A feed as it speaks of itself, in whichever format. {@code link} is its page and {@code language}
 * what it declares; both may be null.
 */
record RawFeed(
        String title, String language, String link, List<Item> items, List<String> warnings) {}
