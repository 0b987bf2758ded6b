package org.tocsin.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.parse.FeedHints;

class TempoTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Feed FEED = Feed.at("https://a.example/feed");

    /** A feed with a new item each so often, of which the latest is so old. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PT10S  | PT0S   | PT1M",
                "PT10M  | PT0S   | PT5M",
                "PT10M  | PT30M  | PT5M",
                "PT10M  | PT2H   | PT15M",
                "PT10M  | PT10H  | PT20M",
                "PT10M  | PT64H  | PT20M",
                "PT10M  | PT96H  | PT2H",
                "PT10M  | PT999H | PT6H",
                "PT1H   | PT8H   | PT1H",
                "P7D    | PT0S   | PT6H",
            })
    void asksTwiceInTheUsualGapAndStretchesThatWithSilence(
            Duration gap, Duration silence, Duration interval) {
        Rhythm beats = new Rhythm(null, null, gap, NOW.minus(silence), NOW);

        Rhythm rhythm = Tempo.after(FEED, report(beats), Reading.unchanged(NOW, false, null));

        assertThat(rhythm.interval()).isEqualTo(interval);
    }

    @Test
    void beginsWithTenMinutesWhereNothingIsKnown() {
        assertThat(Tempo.after(FEED, null, body(1, 1, null, FeedHints.NONE)).interval())
                .isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void learnsTheBeatFromTheDatesOfTheFirstReading() {
        Rhythm rhythm = Tempo.after(FEED, null, body(20, 20, Duration.ofHours(1), FeedHints.NONE));

        assertThat(rhythm.gap()).isEqualTo(Duration.ofHours(1));
        assertThat(rhythm.interval()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rhythm.lastNew()).isEqualTo(NOW.minus(Duration.ofHours(1)));
    }

    @Test
    void learnsTheBeatFromItsVisitsWhereItemsHaveNoDates() {
        FeedReport last = report(new Rhythm(null, null, null, NOW.minusSeconds(7200), NOW));
        Rhythm once = Tempo.after(FEED, last, body(9, 1, null, FeedHints.NONE));

        assertThat(once.gap()).isEqualTo(Duration.ofHours(2));
        assertThat(once.lastNew()).isEqualTo(NOW);
    }

    @Test
    void halvesThePauseWhereItemsMayHaveBeenMissed() {
        Rhythm was = new Rhythm(Duration.ofHours(2), null, Duration.ofHours(4), NOW, NOW);
        var reading = new Reading(NOW, false, null, dated(9), FeedHints.NONE, 9, true, false);

        Rhythm rhythm = Tempo.after(FEED, report(was), reading);

        assertThat(rhythm.interval()).isLessThanOrEqualTo(Duration.ofHours(1));
        assertThat(rhythm.missed()).isEqualTo(NOW);
    }

    @Test
    void keepsAConfiguredInterval() {
        Feed feed = FEED.every(Duration.ofSeconds(7));

        assertThat(Tempo.after(feed, null, body(20, 20, Duration.ofDays(1), FeedHints.NONE)))
                .extracting(Rhythm::interval)
                .isEqualTo(Duration.ofSeconds(7));
    }

    /** What headers say, what the feed says, and the floor of both. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, -, -",
                "PT5M, -, PT5M",
                "-, PT1H, PT1H",
                "PT5M, PT1H, PT1H",
                "PT0S, -, -",
                "PT0S, PT1M, PT1M",
                "P365D, -, P1D",
                "-, P365D, P1D",
            })
    void takesTheLongestWishForAFloorButNoMoreThanADay(
            Duration header, Duration ttl, Duration floor) {
        var hints = new FeedHints(ttl, Set.of(), Set.of(), null, null);
        var reading = new Reading(NOW, true, header, dated(3), hints, 3, false, false);

        assertThat(Tempo.after(FEED, null, reading).floor()).isEqualTo(floor);
    }

    @Test
    void keepsTheFeedsOwnWordsWhileItDoesNotChange() {
        Rhythm was = new Rhythm(null, Duration.ofHours(1), null, NOW, NOW);
        Reading same = Reading.unchanged(NOW, false, Duration.ofMinutes(5));

        assertThat(Tempo.after(FEED, report(was), same).floor()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void pressesAFloorUnderWhichItemsWereMissed() {
        Rhythm was = new Rhythm(Duration.ofHours(3), null, Duration.ofHours(6), NOW, NOW);
        Duration day = Duration.ofDays(1);
        var reading = new Reading(NOW, false, day, dated(9), FeedHints.NONE, 9, true, false);

        Rhythm pressed = Tempo.after(FEED, report(was), reading);
        Rhythm later = Tempo.after(FEED, report(pressed), Reading.unchanged(NOW, false, day));

        assertThat(pressed.floor()).isLessThanOrEqualTo(Duration.ofMinutes(90));
        assertThat(later.floor()).isLessThanOrEqualTo(Duration.ofHours(6));
    }

    private static Reading body(int items, int fresh, Duration gap, FeedHints hints) {
        List<Article> articles =
                IntStream.rangeClosed(1, items)
                        .mapToObj(i -> article(gap == null ? null : NOW.minus(gap.multipliedBy(i))))
                        .toList();
        return new Reading(NOW, true, null, articles, hints, fresh, false, false);
    }

    private static List<Article> dated(int items) {
        return IntStream.range(0, items)
                .mapToObj(i -> article(NOW.minus(Duration.ofMinutes(i))))
                .toList();
    }

    private static Article article(Instant published) {
        return new Article(
                "i", null, null, null, null, "t", "", null, published, null, NOW, null, null);
    }

    private static FeedReport report(Rhythm rhythm) {
        return FeedReport.draft(FEED, NOW).fetched(200, 9, 1).rhythm(rhythm).report();
    }
}
