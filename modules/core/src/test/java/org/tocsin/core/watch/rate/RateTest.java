package org.tocsin.core.watch.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

    @Test
    void readsARateAndWhatIsLeftOut() {
        assertThat(Rate.parse("5x over P7D"))
                .contains(
                        new Rate(
                                BigDecimal.valueOf(5), Duration.ofHours(1), Duration.ofDays(7), 5));
        assertThat(Rate.parse("2.5x in PT6H over P30D at least 12"))
                .contains(
                        new Rate(
                                new BigDecimal("2.5"),
                                Duration.ofHours(6),
                                Duration.ofDays(30),
                                12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5 over P7D",
                "1x over P7D",
                "5x",
                "5x over a week",
                "5x over P31D",
                "5x in PT6H over PT12H",
                "5x in PT10S over P7D",
                "5x over P7D at least 0",
                "5x over P7D at most 3",
                "99999x over P7D"
            })
    void refusesWhatIsNoRate(String text) {
        assertThat(Rate.parse(text)).isEmpty();
    }
}
