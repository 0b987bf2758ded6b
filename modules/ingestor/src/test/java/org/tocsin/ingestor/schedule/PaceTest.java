package org.tocsin.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.parse.FeedHints;

class PaceTest {

    /** A Monday. */
    private static final Instant NOW = Instant.parse("2024-05-20T22:30:00Z");

    private static final Feed FEED = Feed.at("https://a.example/feed");

    @Test
    void keepsThePauseThatTheServerAsksFor() {
        Rhythm rhythm = rhythm(Duration.ofMinutes(5), Duration.ofHours(2), FeedHints.NONE);

        assertThat(pause(Pace.next(FEED, rhythm, NOW)))
                .isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
        assertThat(pause(Pace.next(FEED.every(Duration.ofSeconds(1)), rhythm, NOW)))
                .isGreaterThanOrEqualTo(Duration.ofHours(2));
    }

    @Test
    void isTheSameForAFeedEveryTime() {
        Rhythm rhythm = rhythm(Duration.ofHours(1), null, FeedHints.NONE);

        assertThat(Pace.next(FEED, rhythm, NOW)).isEqualTo(Pace.next(FEED, rhythm, NOW));
    }

    @Test
    void spreadsAHerdOfFeedsAddedTogetherOverTheirPause() {
        Rhythm rhythm = rhythm(Duration.ofMinutes(10), null, FeedHints.NONE);
        long[] perMinute = new long[20];
        IntStream.range(0, 10_000)
                .mapToObj(i -> Pace.second(Feed.at("https://a.example/" + i), rhythm, NOW))
                .forEach(due -> perMinute[(int) pause(due).toMinutes()]++);

        assertThat(LongStream.of(perMinute).max().orElseThrow()).isLessThan(1_300);
        assertThat(IntStream.range(5, 15).mapToLong(i -> perMinute[i]).sum()).isEqualTo(10_000);
    }

    @Test
    void leavesAFeedAloneInTheHoursAndOnTheDaysThatItNames() {
        var night = new FeedHints(null, Set.of(22, 23, 0, 1, 2, 3), Set.of(), null, null);
        var tuesday = new FeedHints(null, Set.of(), Set.of(DayOfWeek.TUESDAY), null, null);
        Duration pause = Duration.ofMinutes(100);

        assertThat(Pace.next(FEED, rhythm(pause, null, night), NOW))
                .isEqualTo(Instant.parse("2024-05-21T04:00:00Z"));
        assertThat(pause(Pace.next(FEED, rhythm(pause, null, tuesday), NOW)))
                .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    }

    @Test
    void letsNoFeedSilenceItselfForMoreThanADay() {
        var always = new FeedHints(null, Set.of(), EnumSet.allOf(DayOfWeek.class), null, null);
        Set<DayOfWeek> most = EnumSet.complementOf(EnumSet.of(DayOfWeek.MONDAY));
        var onMondays = new FeedHints(null, Set.of(), most, null, null);
        Duration pause = Duration.ofMinutes(100);

        assertThat(pause(Pace.next(FEED, rhythm(pause, null, always), NOW)))
                .isLessThan(Duration.ofHours(2));
        assertThat(pause(Pace.next(FEED, rhythm(pause, null, onMondays), NOW)))
                .isLessThanOrEqualTo(Duration.ofHours(25));
    }

    /** Failures in a row, and the pause that follows the last of them, at ten minutes usually. */
    @ParameterizedTest
    @CsvSource({
        "TIMEOUT, 500, 1, PT10M",
        "TIMEOUT, 500, 2, PT20M",
        "TIMEOUT, 500, 4, PT1H",
        "SERVER, 500, 30, PT1H",
        "SERVER, 500, 31, P1D",
        "MISSING, 404, 1, PT10M",
        "MISSING, 404, 5, PT160M",
        "MISSING, 404, 50, P1D",
        "NAME, 0, 6, PT320M",
        "GONE, 410, 1, P7D",
        "ROBOTS, 0, 9, P1D",
    })
    void comesBackEverLaterToAFeedThatFails(
            Cause cause, int status, int failures, Duration expected) {
        Rhythm rhythm = rhythm(Duration.ofMinutes(10), null, FeedHints.NONE);
        var failed = new Failed(cause, status, "", null);

        Duration pause = pause(Setback.next(FEED, rhythm, failed, failures, NOW));

        assertThat(pause).isBetween(expected, expected.multipliedBy(11).dividedBy(10));
    }

    @Test
    void waitsAsLongAsAServerAsksButNoLongerThanADay() {
        Rhythm rhythm = rhythm(Duration.ofMinutes(10), null, FeedHints.NONE);
        List<Duration> pauses =
                IntStream.of(1, 3_600, 9_999_999)
                        .mapToObj(
                                after ->
                                        new Failed(
                                                Cause.REFUSED, 429, "", Duration.ofSeconds(after)))
                        .map(failed -> pause(Setback.waiting(FEED, rhythm, failed, NOW)))
                        .toList();

        assertThat(pauses.get(0)).isBetween(Duration.ofMinutes(10), Duration.ofMinutes(11));
        assertThat(pauses.get(1)).isBetween(Duration.ofHours(1), Duration.ofMinutes(66));
        assertThat(pauses.get(2)).isBetween(Duration.ofHours(24), Duration.ofHours(27));
    }

    private static Rhythm rhythm(Duration interval, Duration floor, FeedHints hints) {
        return new Rhythm(interval, floor, Skips.of(hints), null, null, null, null, null);
    }

    private static Duration pause(Instant due) {
        return Duration.between(NOW, due);
    }
}
