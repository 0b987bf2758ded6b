package org.tocsin.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Rhythm;

class ScheduleTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");

    private final Schedule schedule = new Schedule();

    @Test
    void handsOutANewFeedAtOnceAndOnlyOnce() {
        schedule.follow(Feed.at("https://a.example/feed"), 0);

        assertThat(urls(schedule.take(NOW, 10))).containsExactly("https://a.example/feed");
        assertThat(schedule.take(NOW, 10)).isEmpty();
    }

    @Test
    void givesEachHostOneTurnAtATime() {
        Feed first = Feed.at("https://a.example/1");
        Feed second = Feed.at("https://a.example/2");
        schedule.follow(first, 0);
        schedule.follow(second, 0);
        schedule.follow(Feed.at("https://b.example/1"), 0);

        assertThat(schedule.take(NOW, 10)).extracting(List::size).containsExactlyInAnyOrder(2, 1);
        schedule.follow(Feed.at("https://a.example/3"), 0);
        schedule.finish(report(first, NOW));

        assertThat(schedule.take(NOW, 10)).isEmpty();
        schedule.finish(report(second, NOW));
        assertThat(urls(schedule.take(NOW, 10))).containsExactly("https://a.example/3");
    }

    @Test
    void waitsUntilAFeedIsDueAgain() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 0);
        schedule.take(NOW, 10);

        schedule.finish(report(feed, NOW));

        Instant due = Pace.next(feed, Rhythm.UNKNOWN, NOW);
        assertThat(schedule.take(due.minusMillis(1), 10)).isEmpty();
        assertThat(schedule.take(due, 10)).hasSize(1);
    }

    @Test
    void continuesWhereAnotherInstanceLeftAFeed() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.remember(report(feed, NOW), 0);
        schedule.follow(feed, 0);

        assertThat(schedule.take(NOW, 10)).isEmpty();
        assertThat(
                        schedule.take(Pace.next(feed, Rhythm.UNKNOWN, NOW), 10)
                                .iterator()
                                .next()
                                .get(0)
                                .last())
                .isNotNull();
    }

    @Test
    void letsGoOfFeedsThatAreRemovedDisabledOrAnothers() {
        Feed removed = Feed.at("https://a.example/");
        Feed disabled = Feed.at("https://b.example/").enabled(false);
        Feed moved = Feed.at("https://c.example/");
        Feed ours = Feed.at("https://d.example/");
        schedule.follow(removed, 0);
        schedule.follow(disabled, 0);
        schedule.follow(moved, 1);
        schedule.follow(ours, 0);

        schedule.unfollow(removed.id());
        schedule.release(Set.of(1));

        assertThat(urls(schedule.take(NOW, 10))).containsExactly(ours.url());
    }

    @Test
    void dropsWhatAVisitBroughtWhenTheFeedHasLeft() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 1);
        schedule.take(NOW, 10);

        schedule.release(Set.of(1));

        assertThat(schedule.isOurs(feed.id())).isFalse();
        schedule.finish(report(feed, NOW));
        assertThat(schedule.inFlight()).isZero();
        assertThat(schedule.size()).isZero();
    }

    @Test
    void dropsWhatAVisitBroughtWhenTheFeedLeftAndCameBackMeanwhile() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 1);
        schedule.take(NOW, 10);
        schedule.release(Set.of(1));

        schedule.remember(report(feed, NOW.plusSeconds(1)), 1);
        schedule.follow(feed, 1);

        assertThat(schedule.isOurs(feed.id())).isFalse();
        schedule.finish(report(feed, NOW));
        assertThat(schedule.followed(feed.id()).last().fetched()).isEqualTo(NOW.plusSeconds(1));
        assertThat(schedule.take(NOW.plus(Duration.ofDays(1)), 10)).hasSize(1);
    }

    @Test
    void neverHandsOutAFeedThatIsStillOutForAnEarlierOwnership() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 1);
        schedule.take(NOW, 10);

        schedule.releaseAll();
        schedule.follow(feed, 1);

        assertThat(schedule.take(NOW, 10)).isEmpty();
        schedule.putBack(feed.id());
        assertThat(schedule.take(NOW, 10)).hasSize(1);
    }

    @Test
    void dropsWhatAVisitBroughtWhenTheFeedWasRemovedOrDisabled() {
        Feed removed = Feed.at("https://a.example/");
        Feed disabled = Feed.at("https://b.example/");
        schedule.follow(removed, 0);
        schedule.follow(disabled, 0);
        schedule.take(NOW, 10);

        schedule.unfollow(removed.id());
        schedule.follow(disabled.enabled(false), 0);

        assertThat(schedule.isOurs(removed.id())).isFalse();
        assertThat(schedule.isOurs(disabled.id())).isFalse();
    }

    @Test
    void keepsTheVisitOfAFeedThatWasChangedMeanwhileAndGoesToItsNewAddressNext() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 0);
        schedule.take(NOW, 10);

        schedule.follow(feed.movedTo("https://b.example/feed"), 0);

        assertThat(schedule.isOurs(feed.id())).isTrue();
        schedule.finish(report(feed, NOW));
        assertThat(urls(schedule.take(NOW, 10))).containsExactly("https://b.example/feed");
    }

    @Test
    void keepsThePlaceOfAHostThatIsNotAdmitted() {
        schedule.follow(Feed.at("https://slow.example/"), 0);
        schedule.follow(Feed.at("https://swift.example/"), 0);

        var first = schedule.take(NOW, 10, host -> !host.equals("slow.example"));
        var second = schedule.take(NOW, 10);

        assertThat(urls(first)).containsExactly("https://swift.example/");
        assertThat(urls(second)).containsExactly("https://slow.example/");
    }

    @Test
    void countsTheFeedsThatWaitThoughTheyWereDue() {
        Feed due = Feed.at("https://a.example/1");
        Feed later = Feed.at("https://a.example/2");
        schedule.remember(report(due, NOW), 0);
        schedule.remember(report(later, NOW.plus(Duration.ofDays(1))), 0);
        schedule.follow(due, 0);
        schedule.follow(later, 0);

        assertThat(schedule.overdue(NOW)).isZero();
        assertThat(schedule.overdue(NOW.plus(Duration.ofHours(1)))).isEqualTo(1);
    }

    @Test
    void visitsAFeedAtOnceWhenItsAddressChanged() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.remember(report(feed, NOW), 0);
        Feed moved = feed.movedTo("https://a.example/new");

        schedule.follow(moved, 0);

        assertThat(schedule.take(NOW, 10)).hasSize(1);
    }

    @Test
    void handsAFeedOutOfTurnOnceAtATime() {
        Feed feed = Feed.at("https://a.example/feed");
        schedule.follow(feed, 0);

        boolean first = schedule.takeNow(feed.id()).isPresent();
        boolean second = schedule.takeNow(feed.id()).isPresent();
        Collection<List<FollowedFeed>> meanwhile = schedule.take(NOW, 10);
        schedule.finish(report(feed, NOW));

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(meanwhile).isEmpty();
        assertThat(schedule.take(NOW, 10)).isEmpty();
        assertThat(schedule.takeNow(feed.id())).isPresent();
    }

    @Test
    void letsTheReportOfAFeedThatLeftBePutRight() {
        Feed feed = Feed.at("https://a.example/feed");
        var push = new FeedReport.Push("https://hub.example/", feed.url(), "active", NOW, null);
        schedule.follow(feed, 0);
        schedule.remember(report(feed, NOW).redraft().push(push).report(), 0);
        assertThat(schedule.takeLeft(feed.id())).isFalse();
        schedule.unfollow(feed.id());
        assertThat(schedule.subscribed()).hasSize(1);

        boolean taken = schedule.takeLeft(feed.id());
        boolean ours = schedule.isOurs(feed.id());
        schedule.finish(report(feed, NOW));

        assertThat(taken).isTrue();
        assertThat(ours).isTrue();
        assertThat(schedule.isOurs(feed.id())).isFalse();
        assertThat(schedule.subscribed()).isEmpty();
    }

    private static FeedReport report(Feed feed, Instant fetched) {
        return FeedReport.draft(feed, fetched)
                .fetched(200, 1, 1)
                .due(Pace.next(feed, Rhythm.UNKNOWN, fetched))
                .report();
    }

    private static List<String> urls(Collection<List<FollowedFeed>> turns) {
        return turns.stream().flatMap(List::stream).map(feed -> feed.feed().url()).toList();
    }
}
