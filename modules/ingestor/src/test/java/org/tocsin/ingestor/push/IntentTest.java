package org.tocsin.ingestor.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.apache.hc.core5.net.WWWFormCodec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;

class IntentTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");
    private static final String TOPIC = "https://a.example/feed?x=1&y=2";
    private static final String ENCODED = "https%3A%2F%2Fa.example%2Ffeed%3Fx%3D1%26y%3D2";

    private final Callback callback = new Callback("f", "h", Callback.fingerprint(TOPIC));

    @Test
    void confirmsWhatWasAskedForWithTheLeaseThatTheHubGrants() {
        Intent intent =
                intent("hub.mode=subscribe&hub.challenge=abc&hub.lease_seconds=3600&hub.topic=");

        Pushed note = intent.note(callback, NOW);

        assertThat(note.kind()).isEqualTo(Kind.CONFIRMED);
        assertThat(note.lease()).isEqualTo(Duration.ofHours(1));
        assertThat(note.received()).isEqualTo(NOW);
        assertThat(intent.echo()).isEqualTo("abc");
    }

    @Test
    void confirmsTheEndOfASubscription() {
        Intent intent = intent("hub.mode=unsubscribe&hub.challenge=abc&hub.topic=");

        assertThat(intent.note(callback, NOW).kind()).isEqualTo(Kind.ENDED);
        assertThat(intent.note(callback, NOW).lease()).isNull();
    }

    @Test
    void hearsARefusalAndItsReason() {
        Intent intent = intent("hub.mode=denied&hub.reason=unknown+topic&hub.topic=");

        Pushed note = intent.note(callback, NOW);

        assertThat(note.kind()).isEqualTo(Kind.DENIED);
        assertThat(note.reason()).isEqualTo("unknown topic");
        assertThat(intent.echo()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hub.challenge=abc&hub.topic=",
                "hub.mode=publish&hub.challenge=abc&hub.topic=",
                "hub.mode=subscribe&hub.topic=",
                "hub.mode=subscribe&hub.challenge=&hub.topic=",
                "hub.mode=subscribe&hub.challenge=abc&hub.topic=x",
                "hub.mode=denied&hub.topic=x",
                "hub.mode&hub.topic="
            })
    void confirmsNothingElse(String query) {
        assertThat(intent(query).note(callback, NOW)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "x", "99999999999999999999", "1.5"})
    void takesALeaseThatIsNoneForADay(String lease) {
        Intent intent =
                intent(
                        "hub.mode=subscribe&hub.challenge=a&hub.lease_seconds="
                                + lease
                                + "&hub.topic=");

        assertThat(intent.note(callback, NOW).lease()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void echoesNoBookForAChallenge() {
        Intent intent =
                intent("hub.mode=subscribe&hub.challenge=" + "a".repeat(5_000) + "&hub.topic=");

        assertThat(intent.note(callback, NOW)).isNull();
    }

    private static Intent intent(String query) {
        return Intent.of(WWWFormCodec.parse(query + ENCODED, StandardCharsets.UTF_8));
    }
}
