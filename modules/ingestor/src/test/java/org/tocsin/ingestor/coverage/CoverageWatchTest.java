package org.tocsin.ingestor.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.Visit;

class CoverageWatchTest {

    private static final Instant START = Reports.START;

    private final SourceWatch watchlists = new SourceWatch();
    private final CoverageWatch watch = new CoverageWatch(watchlists, () -> true);
    private final List<Coverage> events = new ArrayList<>();
    private FeedReport last;

    @Test
    void tellsAChangeOnceAndWhoMissesTheFeed() {
        watchlists.put("river", rule("river", "flood AND source:gazette.example"));
        watchlists.put("not-river", rule("not-river", "flood AND NOT source:gazette.example"));
        look(0, read(20));
        for (int hour = 1; hour <= 5; hour++) {
            look(hour, failed(Cause.SERVER, "the server answered 503", 503));
        }
        look(6, read(0));
        look(7, read(1));

        assertThat(events).extracting(Coverage::state).containsExactly(State.DARK, State.LIVE);
        Coverage dark = events.get(0);
        assertThat(dark.since()).isEqualTo(START.plus(Duration.ofHours(3)));
        assertThat(dark.watchlists()).containsExactly("river");
        assertThat(dark.reason())
                .isEqualTo(
                        "the server answered 503 (3 failures in a row since 2026-05-06T13:00:00Z)");
        assertThat(events.get(1).reason()).isEqualTo("was DARK since 2026-05-06T15:00:00Z");
        assertThat(last.coverage()).isEqualTo(State.LIVE);
        assertThat(last.coverageSince()).isEqualTo(START.plus(Duration.ofHours(6)));
    }

    @Test
    void saysNothingOfAFeedThatBeginsWell() {
        look(0, read(20));

        assertThat(events).isEmpty();
        assertThat(last.coverageSince()).isEqualTo(START);
    }

    @Test
    void learnsFromTheFirstItemsHowLongAFeedFallsSilent() {
        var dates = new ArrayList<Instant>();
        for (int day = 1; day <= 3; day++) {
            for (int hour = 8; hour <= 20; hour++) {
                dates.add(Instant.parse("2026-05-0%dT%02d:00:00Z".formatted(2 + day, hour)));
            }
        }

        look(0, read(39), dates);

        // From eight in the evening to eight in the morning, of a Monday.
        assertThat(last.quiet()).isEqualTo(Duration.ofHours(12));
        assertThat(last.sources()).containsExactly("gazette.example");
    }

    @Test
    void learnsASilenceWhenItEndsAndForgetsItSlowly() {
        look(0, read(20));
        look(10, read(1), List.of(START.plus(Duration.ofHours(9))));
        Duration learnt = last.quiet();
        look(10 + 30 * 24, read(1), List.of(START.plus(Duration.ofHours(10))));

        assertThat(learnt).isEqualTo(Duration.ofHours(9));
        assertThat(last.quiet()).isBetween(Duration.ofHours(4), Duration.ofHours(5));
    }

    @Test
    void takesNoOutageOfItsOwnForAHabitOfTheFeed() {
        look(0, read(20));
        look(30, read(1), List.of());

        assertThat(last.quiet()).isNull();
    }

    private interface Found {
        FeedReport.Draft in(FeedReport.Draft draft);
    }

    private static Found read(int fresh) {
        return draft -> draft.fetched(200, 20, fresh);
    }

    private static Found failed(Cause cause, String reason, int status) {
        return draft -> draft.failed(cause, reason, status);
    }

    private void look(int hour, Found found) {
        look(hour, found, List.of());
    }

    private void look(int hour, Found found, List<Instant> dates) {
        Instant now = START.plus(Duration.ofHours(hour));
        var draft =
                last == null ? FeedReport.draft(Reports.FEED, now) : last.next(Reports.FEED, now);
        FeedReport report = found.in(draft).due(now.plus(Duration.ofHours(1))).report();
        if (report.newItems() > 0) {
            var rhythm = new Rhythm(null, null, Duration.ofHours(3), now, null);
            report = report.redraft().rhythm(rhythm).report();
        }
        List<Article> articles = dates.stream().map(date -> article(date, now)).toList();
        if (articles.isEmpty() && report.newItems() > 0) {
            articles = List.of(article(null, now));
        }
        Visit visit =
                watch.judge(new FollowedFeed(Reports.FEED, last), new Visit(report, articles));
        last = visit.report();
        if (visit.coverage() != null) {
            events.add(visit.coverage());
        }
    }

    private static Article article(Instant published, Instant fetched) {
        return new Article(
                "id-" + published,
                null,
                null,
                "gazette.example",
                null,
                "A title",
                "",
                null,
                published,
                null,
                fetched,
                List.of(),
                List.of());
    }

    private static Watchlist rule(String id, String when) {
        return new Watchlist(id, null, null, null, when, null, 1, null, null, 1);
    }
}
