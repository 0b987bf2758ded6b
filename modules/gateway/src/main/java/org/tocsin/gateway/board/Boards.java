package org.tocsin.gateway.board;

import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.log.Timeline;

/** All that this process remembers of the log, each part bounded; rebuilt from the log at start. */
public record Boards(
        AlertBoard alerts,
        StoryBoard stories,
        Latest<Watchlist> watchlists,
        Latest<Feed> feeds,
        Latest<FeedReport> feedReports,
        Timeline<DeadLetter> deadLetters) {

    public static final int ALERTS_HELD = 10_000;
    public static final int TELLINGS_HELD = 4_000;
    public static final int DEAD_LETTERS_HELD = 500;

    public static Boards empty() {
        return new Boards(
                new AlertBoard(ALERTS_HELD),
                new StoryBoard(TELLINGS_HELD),
                new Latest<>(),
                new Latest<>(),
                new Latest<>(),
                new Timeline<>(DEAD_LETTERS_HELD));
    }
}
