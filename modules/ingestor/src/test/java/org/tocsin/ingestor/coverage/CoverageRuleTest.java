package org.tocsin.ingestor.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Rhythm;

class CoverageRuleTest {

    @ParameterizedTest(name = "an item every {0}, quiet for {1} at most: {3} after {2}")
    @CsvSource({
        // Three items a year.
        "P121D, , P1D, LIVE",
        "P121D, , P300D, LIVE",
        "P121D, , P900D, STALE",
        // Once a week.
        "P7D, P7D, P20D, LIVE",
        "P7D, P7D, P40D, STALE",
        // Forty a day, day and night.
        "PT36M, PT2H, PT1H, LIVE",
        "PT36M, PT2H, PT4H, STALE",
        // The same, quiet every night.
        "PT36M, PT9H, PT10H, LIVE",
        "PT36M, PT9H, PT20H, STALE",
        // A wire: an hour is nothing yet, half a day is.
        "PT3M, PT20M, PT1H, LIVE",
        "PT3M, PT20M, PT12H, STALE",
        // From Wednesday noon to Sunday noon a silence weighs 69 hours.
        "PT36M, PT47H, P4D, LIVE",
        "PT36M, PT45H, P4D, STALE",
        // Its rhythm is not known.
        ", , P9D, LIVE"
    })
    void measuresSilenceByTheFeedsOwnRhythm(
            Duration gap, Duration quiet, Duration silence, State state) {
        assertThat(Reports.of(gap, quiet).nothingNew(silence)).isEqualTo(state);
    }

    @Test
    void letsANewFeedSleepThroughItsFirstNight() {
        FeedReport fresh = fresh(Duration.ofHours(12));
        FeedReport silent = fresh(Duration.ofHours(20));

        assertThat(CoverageRule.judge(fresh, null)).isEqualTo(State.LIVE);
        assertThat(CoverageRule.judge(silent, null)).isEqualTo(State.STALE);
    }

    private static FeedReport fresh(Duration silence) {
        var rhythm = new Rhythm(null, null, Duration.ofMinutes(36), Reports.START, null);
        return FeedReport.draft(Reports.FEED, Reports.START)
                .fetched(200, 20, 20)
                .rhythm(rhythm)
                .report()
                .next(Reports.FEED, Reports.START.plus(silence))
                .unchanged(304)
                .report();
    }

    @Test
    void staysStaleUntilItTellsSomething() {
        Reports feed = Reports.of(Duration.ofMinutes(36), Duration.ofHours(2));

        assertThat(feed.nothingNew(Duration.ofHours(4))).isEqualTo(State.STALE);
        assertThat(feed.nothingNew(Duration.ofHours(5))).isEqualTo(State.STALE);
        assertThat(feed.told(Duration.ofHours(6))).isEqualTo(State.LIVE);
        assertThat(feed.nothingNew(Duration.ofHours(7))).isEqualTo(State.LIVE);
    }

    @Test
    void looksTwiceAfterATimeInWhichNobodyLooked() {
        Reports feed = Reports.of(Duration.ofMinutes(36), Duration.ofHours(2));

        assertThat(feed.nothingNewUnseen(Duration.ofHours(30))).isEqualTo(State.LIVE);
        assertThat(feed.nothingNew(Duration.ofHours(31))).isEqualTo(State.STALE);
    }

    @Test
    void callsAFeedDarkAfterARowOfFailuresAndNotAfterTheFirst() {
        Reports feed = Reports.of(Duration.ofHours(1), null);

        assertThat(feed.failed(Duration.ofMinutes(10), Cause.SERVER, 503)).isEqualTo(State.LIVE);
        assertThat(feed.failed(Duration.ofMinutes(30), Cause.TIMEOUT, 0)).isEqualTo(State.LIVE);
        assertThat(feed.failed(Duration.ofMinutes(70), Cause.SERVER, 503)).isEqualTo(State.DARK);
        assertThat(feed.nothingNew(Duration.ofMinutes(90))).isEqualTo(State.LIVE);
    }

    @Test
    void takesAQuickRowOfFailuresForARestart() {
        Reports feed = Reports.of(Duration.ofHours(1), null);

        for (int second = 1; second <= 4; second++) {
            assertThat(feed.failed(Duration.ofSeconds(second), Cause.CONNECTION, 0))
                    .isEqualTo(State.LIVE);
        }
        assertThat(feed.failed(Duration.ofSeconds(5), Cause.CONNECTION, 0)).isEqualTo(State.DARK);
    }

    @Test
    void callsAFeedBlockedWhoseServerOnlyEverAsksUsToWait() {
        Reports feed = Reports.of(Duration.ofHours(1), null);

        assertThat(feed.waiting(Duration.ofHours(1), 429)).isEqualTo(State.LIVE);
        assertThat(feed.waiting(Duration.ofHours(4), 429)).isEqualTo(State.LIVE);
        assertThat(feed.waiting(Duration.ofHours(8), 429)).isEqualTo(State.BLOCKED);
    }

    @Test
    void needsNoRowOfFailuresOverHalfADay() {
        Reports feed = Reports.of(Duration.ofDays(1), null);

        assertThat(feed.failed(Duration.ofHours(12), Cause.NAME, 0)).isEqualTo(State.LIVE);
        assertThat(feed.failed(Duration.ofHours(36), Cause.NAME, 0)).isEqualTo(State.DARK);
    }

    @ParameterizedTest
    @CsvSource({"GONE, 410, DARK", "ROBOTS, 0, BLOCKED", "REFUSED, 451, BLOCKED"})
    void believesAtOnceWhatIsSaidOnPurpose(Cause cause, int status, State state) {
        Reports feed = Reports.of(Duration.ofHours(1), null);

        assertThat(feed.failed(Duration.ofMinutes(10), cause, status)).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"401", "403", "429"})
    void callsAFeedBlockedThatRefusesUsAgainAndAgain(int status) {
        Reports feed = Reports.of(Duration.ofHours(1), null);

        assertThat(feed.failed(Duration.ofMinutes(10), Cause.REFUSED, status))
                .isEqualTo(State.LIVE);
        assertThat(feed.failed(Duration.ofMinutes(30), Cause.REFUSED, status))
                .isEqualTo(State.LIVE);
        assertThat(feed.failed(Duration.ofMinutes(70), Cause.REFUSED, status))
                .isEqualTo(State.BLOCKED);
    }

    @Test
    void doesNotSwingBetweenDarkAndBlocked() {
        Reports feed = Reports.of(Duration.ofHours(1), null);
        for (int hour = 1; hour <= 3; hour++) {
            feed.failed(Duration.ofHours(hour), Cause.SERVER, 503);
        }

        assertThat(feed.failed(Duration.ofHours(4), Cause.REFUSED, 403)).isEqualTo(State.BLOCKED);
        assertThat(feed.failed(Duration.ofHours(5), Cause.SERVER, 503)).isEqualTo(State.BLOCKED);
        assertThat(feed.failed(Duration.ofHours(30), Cause.NAME, 0)).isEqualTo(State.DARK);
    }

    @Test
    void givesAFeedThatCameBackItsTimeAnew() {
        Reports feed = Reports.of(Duration.ofMinutes(36), Duration.ofHours(2));
        for (int hour = 1; hour <= 3; hour++) {
            feed.failed(Duration.ofHours(hour), Cause.SERVER, 503);
        }

        assertThat(feed.nothingNew(Duration.ofHours(20))).isEqualTo(State.LIVE);
        assertThat(feed.nothingNew(Duration.ofHours(21))).isEqualTo(State.LIVE);
        assertThat(feed.nothingNew(Duration.ofHours(24))).isEqualTo(State.STALE);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-06T12:00:00Z, 2026-05-08T12:00:00Z, PT48H",
        "2026-05-08T18:00:00Z, 2026-05-11T06:00:00Z, PT24H",
        "2026-05-09T00:00:00Z, 2026-05-10T00:00:00Z, PT6H",
        "2026-05-06T12:00:00Z, 2026-05-20T12:00:00Z, PT264H",
        "2026-05-06T12:00:00Z, 2026-05-06T11:00:00Z, PT0S"
    })
    void countsAWeekendForAQuarter(
            java.time.Instant from, java.time.Instant until, Duration weight) {
        assertThat(Silence.between(from, until)).isEqualTo(weight);
    }
}
