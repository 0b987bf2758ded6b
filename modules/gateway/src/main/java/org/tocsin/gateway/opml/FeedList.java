package org.tocsin.gateway.opml;

import java.util.List;
import org.tocsin.core.feed.FeedEdit;

/** What a document lists, in its order, and what had to be left out of it. */
public record FeedList(List<FeedEdit> feeds, List<LeftOut> leftOut) {

    /** An outline that is no feed we could read; line and column, from 1, are where it begins. */
    public record LeftOut(int line, int column, String reason) {}

    public FeedList {
        feeds = List.copyOf(feeds);
        leftOut = List.copyOf(leftOut);
    }
}
