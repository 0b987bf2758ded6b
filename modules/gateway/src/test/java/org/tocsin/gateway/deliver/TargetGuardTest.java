package org.tocsin.gateway.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.address.Blocks;

final class TargetGuardTest {

    private final TargetGuard strict = new TargetGuard(Blocks.NONE);
    private final TargetGuard own = new TargetGuard(Blocks.of("10.1.0.0/16"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/hook",
                "https://127.0.0.1/hook",
                "https://10.1.2.3/hook",
                "https://[::1]/hook",
                "https://[::ffff:169.254.169.254]/latest",
                "https://2130706433/hook",
                "https://8.8.8.8:25/hook",
                "https://user:word@8.8.8.8/hook",
                "ftp://8.8.8.8/hook",
                "https:///hook",
                "not a url"
            })
    void sendsNothingIntoTheOwnNetworkNorInTheClear(String target) {
        assertThatThrownBy(() -> strict.resolved(target)).isInstanceOf(TargetGuard.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://8.8.8.8/hook, true",
        "http://8.8.8.8/hook, false",
        "http://10.1.2.3:8080/hook, true",
        "http://10.2.2.3/hook, false"
    })
    void opensWhatTheOperatorNamedAndNothingBesideIt(String target, boolean open) {
        if (open) {
            assertThatCode(() -> own.resolved(target)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> own.resolved(target)).isInstanceOf(TargetGuard.Refused.class);
        }
    }

    @Test
    void makesARefusedTargetAHopelessAttempt() {
        try (var client = new WebClient(strict, Clock.systemUTC(), Duration.ofSeconds(5))) {
            Outcome outcome =
                    client.send(
                                    new WebClient.Post(
                                            "https://192.168.1.1/hook", Map.of(), new byte[0]))
                            .join();

            assertThat(outcome.verdict()).isEqualTo(Outcome.Verdict.HOPELESS);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120, 120",
        "'Mon, 02 Mar 2026 12:01:00 GMT', 60",
        "'Mon, 02 Mar 2026 11:00:00 GMT', 0",
        "soon, -1"
    })
    void readsWhenItMayComeBack(String header, long seconds) {
        Instant noon = Instant.parse("2026-03-02T12:00:00Z");

        assertThat(RetryAfter.parse(header, noon).map(Duration::toSeconds).orElse(-1L))
                .isEqualTo(seconds);
    }
}
