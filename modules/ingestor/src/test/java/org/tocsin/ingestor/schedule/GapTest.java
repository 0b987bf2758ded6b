package org.tocsin.ingestor.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GapTest {

    private static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");

    /** Minutes before now at which items were published. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1 11 21 31 41             | PT10M",
                "1 11 21 31 99999          | PT10M",
                "5 5 5 65 65 125 125 185   | PT1H",
                "1 3 5 7 9 11 99 199 299   | PT2M",
                "500 510 520 540 600 700   | PT20M",
                "-90 -30 10 20 30 40       | PT10M",
                "1 11 41                   | PT30M",
                "1 11                      | -",
                "7 7 7 7 7 7 7 7           | -",
                "''                        | -",
            })
    void isTheMedianOfAllDatesOrOfTheLatest(String minutes, Duration gap) {
        List<Instant> dates =
                Arrays.stream(minutes.split(" "))
                        .filter(text -> !text.isEmpty())
                        .map(text -> NOW.minus(Duration.ofMinutes(Long.parseLong(text))))
                        .toList();

        assertThat(Gap.of(dates, NOW)).isEqualTo(gap);
    }

    @Test
    void followsAFasterBeatAtOnceAndASlowerOneByAndBy() {
        Duration hour = Duration.ofHours(1);

        assertThat(Gap.after(hour, Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
        assertThat(Gap.after(hour, hour.multipliedBy(16))).isEqualTo(hour.multipliedBy(2));
        assertThat(Gap.after(null, hour)).isEqualTo(hour);
        assertThat(Gap.after(hour, null)).isEqualTo(hour);
    }
}
