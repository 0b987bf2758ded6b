package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.subscribe.HubLink;
import org.tocsin.ingestor.subscribe.Subscription;
import org.tocsin.ingestor.visit.Visit;

class RenewalsTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final Duration LEASE = Duration.ofDays(9);

    private final Feed feed = Feed.at("https://a.example/feed");
    private final HubLink link = new HubLink("https://hub.example/", feed.url());
    private final List<FetchRequest> posted = new ArrayList<>();
    private final List<Visit> done = new ArrayList<>();
    private final Schedule schedule = new Schedule();
    private final Callbacks callbacks =
            new Callbacks(URI.create("https://news.example/"), "a secret of the operator");
    private FetchOutcome answer = accepted();

    /** Asks at once and on this thread. */
    private final Renewals renewals =
            new Renewals(
                    new Hubs(
                            request -> {
                                posted.add(request);
                                return answer;
                            },
                            callbacks),
                    Runnable::run);

    @BeforeEach
    void follow() {
        schedule.follow(feed, 0);
        subscribe(Subscription.found(null, link, NOW));
    }

    @Test
    void asksAHubThatWasFoundOnceAndForALongTime() {
        turn(NOW);
        turn(NOW.plusSeconds(60));

        assertThat(posted).hasSize(1);
        Map<String, String> form = posted.get(0).form();
        Callback callback = Callback.of(feed.id(), push());
        assertThat(posted.get(0).url()).isEqualTo(link.hub());
        assertThat(form)
                .containsEntry("hub.mode", "subscribe")
                .containsEntry("hub.topic", feed.url())
                .containsEntry("hub.callback", callbacks.url(callback))
                .containsEntry("hub.secret", callbacks.secret(callback))
                .containsEntry("hub.lease_seconds", "864000");
        assertThat(push().state()).isEqualTo(Push.ASKED);
        assertThat(push().since()).isEqualTo(NOW);
    }

    @Test
    void asksAgainWhereNobodyAskedBack() {
        turn(NOW);
        turn(NOW.plus(Duration.ofHours(7)));

        assertThat(posted).hasSize(2);
    }

    @Test
    void renewsALeaseBeforeItsEndAndKeepsItMeanwhile() {
        Push active = Subscription.confirmed(Subscription.asked(push(), NOW), LEASE, NOW, NOW);
        subscribe(active);
        turn(NOW.plus(Duration.ofDays(5)));
        assertThat(posted).isEmpty();
        Instant later = NOW.plus(Duration.ofDays(7));

        turn(later);

        assertThat(posted).hasSize(1);
        assertThat(push().delivers(later)).isTrue();
        assertThat(push().until()).isEqualTo(active.until());
    }

    @Test
    void leavesAHubThatRefusesAloneForADay() {
        answer = failed(Cause.SERVER, 400);
        turn(NOW);
        turn(NOW.plus(Duration.ofHours(23)));

        assertThat(posted).hasSize(1);
        assertThat(push().state()).isEqualTo(Push.DENIED);
    }

    @Test
    void asksNoHubOnAnAddressThatMayNotBeAsked() {
        answer = failed(Cause.ADDRESS, 0);
        turn(NOW);

        assertThat(push().state()).isEqualTo(Push.DENIED);
    }

    @Test
    void doesNotTakeTroubleForARefusal() {
        answer = failed(Cause.TIMEOUT, 0);
        turn(NOW);

        assertThat(push().state()).isEqualTo(Push.ASKED);
    }

    @Test
    void waitsForAHubsTurn() {
        answer = new FetchOutcome.Failed(Cause.OURS, 0, "not asked yet", Duration.ofSeconds(30));
        turn(NOW);
        turn(NOW.plusSeconds(30));
        assertThat(posted).hasSize(1);
        answer = accepted();

        turn(NOW.plusSeconds(61));

        assertThat(posted).hasSize(2);
        assertThat(push().state()).isEqualTo(Push.ASKED);
    }

    @Test
    void keepsWhatTheHubConfirmedBeforeItAnswered() {
        renewals.sweep(schedule, done::add, NOW);
        Push active = Subscription.confirmed(push(), LEASE, NOW.plusSeconds(1), NOW.plusSeconds(1));
        subscribe(active);

        renewals.round(schedule, this::write);

        assertThat(push().state()).isEqualTo(Push.ACTIVE);
        assertThat(push().until()).isEqualTo(active.until());
    }

    @Test
    void leavesTheOldHubWhenTheFeedNamesAnother() {
        Push before = activate();
        turn(NOW.plusSeconds(1));

        subscribe(
                Subscription.found(
                        before,
                        new HubLink("https://other.example/", feed.url()),
                        NOW.plusSeconds(2)));
        turn(NOW.plusSeconds(2));

        assertThat(posted)
                .extracting(FetchRequest::url, request -> request.form().get("hub.mode"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(link.hub(), "unsubscribe"),
                        org.assertj.core.groups.Tuple.tuple("https://other.example/", "subscribe"));
    }

    @Test
    void leavesTheHubWhenTheFeedNamesNoneAnyMore() {
        activate();
        turn(NOW.plusSeconds(1));

        subscribe(null);
        turn(NOW.plusSeconds(2));
        turn(NOW.plusSeconds(3));

        assertThat(posted).hasSize(1);
        assertThat(posted.get(0).form()).containsEntry("hub.mode", "unsubscribe");
    }

    @Test
    void leavesTheHubOfAFeedThatWasRemovedAndForgetsTheSubscription() {
        activate();
        turn(NOW.plusSeconds(1));

        schedule.unfollow(feed.id());
        turn(NOW.plusSeconds(2));
        turn(NOW.plusSeconds(3));

        assertThat(posted).hasSize(1);
        assertThat(posted.get(0).form()).containsEntry("hub.mode", "unsubscribe");
        assertThat(posted.get(0).form()).doesNotContainKey("hub.secret");
        assertThat(schedule.subscribed()).isEmpty();
    }

    @Test
    void leavesNoHubOfAFeedThatMovedToAnotherInstance() {
        activate();
        turn(NOW.plusSeconds(1));

        schedule.release(Set.of(0));
        turn(NOW.plusSeconds(2));

        assertThat(posted).isEmpty();
    }

    /** A second of an ingestor's life. */
    private void turn(Instant now) {
        renewals.sweep(schedule, this::write, now);
        renewals.round(schedule, this::write);
    }

    private void write(Visit visit) {
        schedule.finish(visit.report());
    }

    private Push activate() {
        Push active = Subscription.confirmed(Subscription.asked(push(), NOW), LEASE, NOW, NOW);
        subscribe(active);
        return active;
    }

    private void subscribe(Push push) {
        FeedReport report =
                FeedReport.draft(feed, NOW).fetched(200, 1, 1).due(NOW.plus(LEASE)).report();
        schedule.remember(report.redraft().push(push).report(), 0);
    }

    private Push push() {
        return schedule.followed(feed.id()).last().push();
    }

    private static FetchOutcome accepted() {
        return new FetchOutcome.Fetched(
                202, new byte[0], "https://hub.example/", null, FetchOutcome.Headers.NONE);
    }

    private static FetchOutcome failed(Cause cause, int status) {
        return new FetchOutcome.Failed(cause, status, "no", null);
    }
}
