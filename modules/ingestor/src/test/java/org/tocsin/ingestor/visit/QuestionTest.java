package org.tocsin.ingestor.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Moved;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.schedule.FollowedFeed;

class QuestionTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Feed FEED = Feed.at("https://a.example/feed");
    private static final String NEW = "https://b.example/feed";

    /** Hours since a body was asked for whole, since the last new item, and of the usual gap. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1,  1,  1,  false",
                "23, 1,  1,  false",
                "24, 1,  1,  true",
                "-,  1,  1,  true",
                "5,  9,  1,  true",
                "4,  9,  1,  false",
                "5,  9,  3,  false",
                "5,  9,  -,  false",
            })
    void asksWithoutConditionsOnceADayAndWhereAFeedIsSuspiciouslySilent(
            Integer whole, Integer lastNew, Integer gap, boolean expected) {
        var rhythm =
                new Rhythm(
                        null,
                        null,
                        gap == null ? null : Duration.ofHours(gap),
                        hoursAgo(lastNew),
                        whole == null ? null : hoursAgo(whole));

        Question question = about(FeedReport.draft(FEED, hoursAgo(1)), rhythm);

        assertThat(question.whole()).isEqualTo(expected);
        assertThat(question.request().etag()).isEqualTo(expected ? null : "\"1\"");
    }

    @Test
    void asksAServerThatWasCaughtWithoutConditions() {
        var caught = new Rhythm(null, null, null, null, NOW, hoursAgo(1), null, hoursAgo(99));

        assertThat(about(FeedReport.draft(FEED, NOW), caught).whole()).isTrue();
    }

    @Test
    void knowsNothingOfAnAddressThatItNeverAsked() {
        FeedReport last = FeedReport.draft(FEED, NOW).fetched(200, 1, 1).report();

        Question moved = Question.about(new FollowedFeed(FEED.movedTo(NEW), last), NOW);

        assertThat(moved.request().url()).isEqualTo(NEW);
        assertThat(moved.request().etag()).isNull();
    }

    /** Redirects met, hours since the first and since the last visit, and whether they count. */
    @ParameterizedTest
    @CsvSource({
        "2, 30,  1, false",
        "3, 23,  1, false",
        "3, 24,  1, true",
        "9, 167, 1, true",
        "9, 168, 1, false",
        "9, 169, 1, true",
    })
    void remembersARedirectMetOftenEnoughAndChecksItWeekly(
            int confirmations, int since, int visited, boolean remembered) {
        var moved = new Moved(NEW, confirmations, hoursAgo(since));
        FeedReport.Draft draft = FeedReport.draft(FEED, hoursAgo(visited)).moved(moved);

        Question question = about(draft, new Rhythm(null, null, null, null, NOW));

        assertThat(question.remembered()).isEqualTo(remembered);
        assertThat(question.request().url()).isEqualTo(remembered ? NEW : FEED.url());
    }

    @Test
    void countsRedirectsInARowAndForgetsThemWhenTheyEnd() {
        Question old = about(FeedReport.draft(FEED, NOW), Rhythm.UNKNOWN);

        Moved first = Relocation.read(null, NEW, old, hoursAgo(9));
        Moved second = Relocation.read(first, NEW, old, NOW);

        assertThat(second).isEqualTo(new Moved(NEW, 2, hoursAgo(9)));
        assertThat(Relocation.read(second, "https://c.example/", old, NOW).confirmations())
                .isEqualTo(1);
        assertThat(Relocation.read(second, null, old, NOW)).isNull();
    }

    @Test
    void goesBackToTheOldAddressWhenTheNewOneFails() {
        var moved = new Moved(NEW, 9, hoursAgo(99));
        FeedReport.Draft draft = FeedReport.draft(FEED, hoursAgo(1)).moved(moved);
        Question question = about(draft, Rhythm.UNKNOWN);

        assertThat(Relocation.read(moved, null, question, NOW)).isEqualTo(moved);
        assertThat(Relocation.failed(moved, Cause.TIMEOUT, 1, question)).isEqualTo(moved);
        assertThat(Relocation.failed(moved, Cause.TIMEOUT, 3, question)).isNull();
        assertThat(Relocation.failed(moved, Cause.MISSING, 1, question)).isNull();
    }

    private static Question about(FeedReport.Draft last, Rhythm rhythm) {
        FeedReport report =
                last.fetched(200, 1, 0).validators("\"1\"", null, "h").rhythm(rhythm).report();
        return Question.about(new FollowedFeed(FEED, report), NOW);
    }

    private static Instant hoursAgo(int hours) {
        return NOW.minus(Duration.ofHours(hours));
    }
}
