package org.tocsin.gateway.route;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;

/** The feeds of the showroom, one for each state that a feed can be in. */
final class ShowroomFeeds {

    private final Boards boards;
    private final ShowroomLog log;

    ShowroomFeeds(Boards boards, ShowroomLog log) {
        this.boards = boards;
        this.log = log;
    }

    void furnish() {
        for (int n = 0; n < 14; n++) {
            Feed feed =
                    Feed.at("https://outlet%d.example/news/feed.xml".formatted(n))
                            .titled(n == 3 ? "الميناء" : n == 9 ? null : "Outlet " + n)
                            .enabled(n != 13);
            boards.feeds().put(feed.id(), feed);
            if (n != 12) {
                boards.feedReports().put(feed.id(), report(feed, n));
                visits(feed, report(feed, n), n);
            }
        }
        for (String watchlist : List.of("hodeidah", "troops", "judges")) {
            String when =
                    watchlist.equals("judges")
                            ? "source:outlet5.example"
                            : "source:outlet7.example";
            boards.sources()
                    .put(
                            watchlist,
                            new Watchlist(
                                    watchlist, null, null, null, when, null, 1, null, null, 1));
        }
    }

    private void visits(Feed feed, FeedReport last, int n) {
        for (int back = 30; back > 0; back--) {
            FeedReport.Draft visit = last.next(feed, log.before(3 + 12 * back));
            boards.visits()
                    .add(
                            feed.id(),
                            (back % 7 == n % 7
                                            ? visit.failed(Cause.TIMEOUT, "no answer in 45 s", 0)
                                            : back % 3 == 0
                                                    ? visit.fetched(200, 20, 1 + back % 4)
                                                    : visit.unchanged(304))
                                    .report());
        }
        boards.visits().add(feed.id(), last);
    }

    private FeedReport report(Feed feed, int n) {
        Instant last = n == 4 ? log.before(31 * 60) : log.before(12 * (n + 1));
        var rhythm =
                new FeedReport.Rhythm(
                        Duration.ofMinutes(5 + n), null, Duration.ofMinutes(40), last, null);
        FeedReport good =
                FeedReport.draft(feed, log.before(300))
                        .fetched(200, 20, 1)
                        .rhythm(rhythm)
                        .coverage(state(n), log.before(n == 7 ? 95 : 290))
                        .report();
        FeedReport.Draft draft = good.next(feed, log.before(3)).due(log.before(-4));
        return switch (n) {
            case 7 -> draft.failed(Cause.SERVER, "the server answered 503", 503).report();
            case 8 -> draft.failed(Cause.REFUSED, "the server answered 403", 403).report();
            case 9 -> draft.failed(Cause.TIMEOUT, "no answer in 45 s", 0).report();
            default -> draft.unchanged(304).report();
        };
    }

    private static Coverage.State state(int n) {
        return switch (n) {
            case 4 -> Coverage.State.STALE;
            case 7 -> Coverage.State.DARK;
            case 8 -> Coverage.State.BLOCKED;
            default -> Coverage.State.LIVE;
        };
    }
}
