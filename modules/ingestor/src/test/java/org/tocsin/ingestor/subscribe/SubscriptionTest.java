package org.tocsin.ingestor.subscribe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.core.feed.FeedReport.Push;

class SubscriptionTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final HubLink LINK = new HubLink("https://hub.example/", "https://a.example/f");
    private static final Duration LEASE = Duration.ofDays(9);

    /** Has no share of its own: its hash is 0. */
    private static final String FEED = "";

    private final Push found = Subscription.found(null, LINK, NOW);
    private final Push asked = Subscription.asked(found, NOW);
    private final Push active = Subscription.confirmed(asked, LEASE, NOW, NOW);

    @Test
    void asksAHubAsSoonAsItIsFound() {
        assertThat(found.state()).isEqualTo(Push.FOUND);
        assertThat(Subscription.dueAt(found, FEED)).isEqualTo(NOW);
    }

    @Test
    void asksAgainAfterHoursWhereTheHubDoesNotAskBack() {
        assertThat(asked.state()).isEqualTo(Push.ASKED);
        assertThat(asked.delivers(NOW)).isFalse();
        assertThat(Subscription.dueAt(asked, FEED)).isEqualTo(NOW.plus(Duration.ofHours(6)));
    }

    @Test
    void deliversUntilTheLeaseEnds() {
        assertThat(active.delivers(NOW)).isTrue();
        assertThat(active.delivers(NOW.plus(LEASE).minusSeconds(1))).isTrue();
        assertThat(active.delivers(NOW.plus(LEASE))).isFalse();
    }

    @Test
    void renewsBeforeTheEndAndEverSoonerTowardsIt() {
        Instant first = Subscription.dueAt(active, FEED);
        Push again = Subscription.asked(active, first);
        Instant second = Subscription.dueAt(again, FEED);

        assertThat(first).isEqualTo(NOW.plus(Duration.ofDays(6)));
        assertThat(again.state()).isEqualTo(Push.ACTIVE);
        assertThat(again.delivers(first)).isTrue();
        assertThat(second).isEqualTo(first.plus(Duration.ofDays(2)));
    }

    @Test
    void spreadsRenewalsOfSubscriptionsMadeTogether() {
        Instant one = Subscription.dueAt(active, "3e25960a79dbc69b");
        Instant other = Subscription.dueAt(active, "674b9c2e1a0f8d35");

        assertThat(one).isNotEqualTo(other).isAfter(NOW.plus(Duration.ofDays(6)));
        assertThat(other).isBefore(NOW.plus(Duration.ofDays(7)));
    }

    @Test
    void asksALapsedHubLikeANewOneButNotMoreOften() {
        Instant late = NOW.plus(LEASE).plusSeconds(1);

        Push again = Subscription.asked(active, late);

        assertThat(again.state()).isEqualTo(Push.ASKED);
        assertThat(again.until()).isNull();
        assertThat(Subscription.dueAt(again, FEED)).isEqualTo(late.plus(Duration.ofHours(6)));
    }

    @Test
    void neverAsksMoreOftenThanEveryFiveMinutesHoweverShortTheLease() {
        Push brief = Subscription.confirmed(asked, Duration.ofSeconds(10), NOW, NOW);

        assertThat(Subscription.dueAt(brief, FEED)).isEqualTo(NOW.plus(Duration.ofMinutes(5)));
    }

    @Test
    void believesNoLeaseOfYears() {
        Push years = Subscription.confirmed(asked, Duration.ofDays(4_000), NOW, NOW);

        assertThat(years.until()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void passesOverAConfirmationWhoseLeaseIsOver() {
        Instant later = NOW.plus(LEASE).plusSeconds(1);

        assertThat(Subscription.confirmed(asked, LEASE, NOW, later)).isEqualTo(asked);
    }

    @Test
    void leavesAHubThatRefusesAloneForADay() {
        Push denied = Subscription.denied(active, NOW.plusSeconds(9));

        assertThat(denied.state()).isEqualTo(Push.DENIED);
        assertThat(denied.delivers(NOW)).isFalse();
        assertThat(Subscription.dueAt(denied, FEED))
                .isEqualTo(NOW.plusSeconds(9).plus(Duration.ofDays(1)));
        assertThat(Subscription.denied(active, NOW.minusSeconds(9))).isEqualTo(active);
    }

    @Test
    void doesNotRelyOnAHubThatKeptSilentUntilItIsHeardAgain() {
        Push silent = Subscription.missed(active, NOW.plusSeconds(60));

        assertThat(silent.state()).isEqualTo(Push.SILENT);
        assertThat(silent.delivers(NOW.plusSeconds(61))).isFalse();
        assertThat(Subscription.dueAt(silent, FEED)).isEqualTo(Subscription.dueAt(active, FEED));
        assertThat(Subscription.confirmed(silent, LEASE, NOW, NOW).state()).isEqualTo(Push.SILENT);
        assertThat(Subscription.heard(silent)).isEqualTo(active);
    }

    @Test
    void doesNotBlameAHubForWhatIsOlderThanTheSubscription() {
        assertThat(Subscription.missed(active, NOW)).isEqualTo(active);
        assertThat(Subscription.missed(asked, NOW.plusSeconds(60))).isEqualTo(asked);
        assertThat(Subscription.missed(null, NOW)).isNull();
    }

    @Test
    void followsTheFeedToAnotherHubAndOutOfAll() {
        var moved = new HubLink("https://other.example/", LINK.topic());

        assertThat(Subscription.found(active, LINK, NOW)).isEqualTo(active);
        assertThat(Subscription.found(active, moved, NOW).state()).isEqualTo(Push.FOUND);
        assertThat(Subscription.found(active, moved, NOW).hub()).isEqualTo(moved.hub());
        assertThat(Subscription.found(active, null, NOW)).isNull();
    }
}
