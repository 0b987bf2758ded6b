package org.tocsin.gateway.board;

import java.util.List;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.watch.SourceWatch.Asked;

/** A source that a watchlist asks for, and the feeds that tell it. */
public record AskedSource(String watchlist, String source, List<FeedStatus> feeds) {

    static AskedSource of(Asked asked, List<FeedStatus> feeds) {
        return new AskedSource(asked.watchlist(), asked.source(), feeds);
    }

    /** Whether nobody would hear what the source says now. */
    public boolean untold() {
        return feeds.stream().noneMatch(feed -> feed.state() == FeedStatus.State.LIVE);
    }
}
