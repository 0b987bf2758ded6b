package org.tocsin.ingestor.parse;

import java.util.List;

/**
 * A feed as it speaks of itself, in whichever format. {@code link} is its page and {@code language}
 * what it declares; both may be null. {@code hints} are its wishes to those who poll it.
 */
record RawFeed(
        String title,
        String language,
        String link,
        FeedHints hints,
        List<Item> items,
        List<String> warnings) {}
