package org.tocsin.core.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.deliver.Delivery.Attempt;
import org.tocsin.core.json.Json;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

final class DeliveryTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void triesTenTimesOverThreeDaysAndThenGivesUp() {
        Delivery delivery = Delivery.of(alert("harbour", Severity.HIGH), "desk", NOON, NOON);

        int attempts = 0;
        while (delivery.state() == Delivery.State.WAITING) {
            var attempt = new Attempt(delivery.next(), 500, 12);
            delivery = delivery.refused(attempt, "500", Duration.ZERO);
            attempts++;
        }

        assertThat(attempts).isEqualTo(Retries.MOST_ATTEMPTS);
        assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
        assertThat(Duration.between(NOON, delivery.last()))
                .isBetween(Duration.ofHours(75), Duration.ofHours(84));
        assertThat(delivery.alert()).isNotNull();
    }

    @Test
    void keepsThePauseThatTheServerAsksFor() {
        Delivery delivery = Delivery.of(alert("harbour", Severity.HIGH), "desk", NOON, NOON);

        Delivery later = delivery.refused(new Attempt(NOON, 429, 5), "429", Duration.ofMinutes(10));

        assertThat(later.next()).isEqualTo(NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void startsTheTableAnewWhenItIsReplayed() {
        Delivery failed =
                Delivery.of(alert("harbour", Severity.HIGH), "desk", NOON, NOON)
                        .failed(new Attempt(NOON, 410, 5), "gone");

        Delivery again = failed.again(NOON.plusSeconds(60));

        assertThat(again.attempts()).isZero();
        assertThat(again.event()).isEqualTo(failed.event());
        assertThat(again.next()).isEqualTo(NOON.plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({
        "harbour, HIGH, 0, true",
        "harbour, LOW, 0, false",
        "river, HIGH, 0, false",
        "harbour, HIGH, -1, false"
    })
    void wantsWhatWasAskedForAndFetchedSince(
            String watchlist, Severity severity, int seconds, boolean wanted) {
        Subscriber subscriber = subscriber(Subscriber.Kind.WEBHOOK, "https://desk.example/in");
        Alert alert = alert(watchlist, severity);

        assertThat(subscriber.since(NOON.minusSeconds(seconds)).wants(alert)).isEqualTo(wanted);
    }

    @Test
    void showsNoSecretInItsJson() {
        Subscriber slack =
                subscriber(
                        Subscriber.Kind.SLACK, "https://hooks.slack.example/services/T0/B0/zzYY");
        Subscriber hook = subscriber(Subscriber.Kind.WEBHOOK, "https://u:p@desk.example/in?key=1");

        assertThat(Json.line(slack)).doesNotContain("services", "c2VjcmV0").contains("/…zzYY");
        assertThat(Json.line(hook)).contains("\"to\":\"https://desk.example/in\"");
        assertThat(slack.toString()).doesNotContain("c2VjcmV0", "services");
    }

    @Test
    void signsWithBothSecretsForAWhile() {
        Subscriber rotated =
                subscriber(Subscriber.Kind.WEBHOOK, "https://desk.example/in")
                        .signingWith("whsec_bmV3", NOON.plusSeconds(60));

        assertThat(rotated.secretsAt(NOON)).containsExactly("whsec_bmV3", "whsec_c2VjcmV0");
        assertThat(rotated.secretsAt(NOON.plusSeconds(60))).containsExactly("whsec_bmV3");
    }

    @ParameterizedTest
    @CsvSource({
        "PT1H, 2026-03-02T13:00:00Z",
        "PT15M, 2026-03-02T12:15:00Z",
        "P1D, 2026-03-03T00:00:00Z",
        "07:00 UTC, 2026-03-03T07:00:00Z",
        "14:30 Europe/Helsinki, 2026-03-02T12:30:00Z"
    })
    void knowsWhenTheNextDigestGoesOut(String written, Instant due) {
        assertThat(Digest.parse(written).orElseThrow().after(NOON)).isEqualTo(due);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "P30D", "07:00", "25:00 UTC", "07:00 Mars/Base", "often", ""})
    void refusesWhatIsNoDigest(String written) {
        assertThat(Digest.parse(written)).isEmpty();
    }

    private static Subscriber subscriber(Subscriber.Kind kind, String address) {
        return new Subscriber(
                "desk",
                "The desk",
                kind,
                address,
                List.of("harbour"),
                Severity.MEDIUM,
                List.of(),
                null,
                Subscriber.State.ACTIVE,
                null,
                NOON,
                "whsec_c2VjcmV0",
                null,
                null,
                1);
    }

    private static Alert alert(String watchlist, Severity severity) {
        return new Alert(
                "a1",
                "t1",
                1,
                watchlist,
                1,
                Alert.Kind.NEW,
                severity,
                NOON,
                "x",
                "s",
                List.of("x"),
                1,
                "Harbour closed",
                List.of());
    }
}
