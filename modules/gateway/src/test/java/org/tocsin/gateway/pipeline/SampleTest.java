package org.tocsin.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.gateway.pipeline.Spread.Bar;

class SampleTest {

    private final Sample sample = new Sample();

    @Test
    void hasNoSpreadWhileNothingWasSeen() {
        assertThat(sample.spread()).isNull();
    }

    @Test
    void tellsTheMedianAndTheSlowest() {
        for (int second = 1; second <= 100; second++) {
            sample.add(Duration.ofSeconds(second));
        }

        Spread spread = sample.spread();

        assertThat(spread.count()).isEqualTo(100);
        assertThat(spread.median()).isEqualTo(Duration.ofSeconds(50));
        assertThat(spread.ninety()).isEqualTo(Duration.ofSeconds(90));
        assertThat(spread.ninetyNine()).isEqualTo(Duration.ofSeconds(99));
    }

    @Test
    void countsEachInOneBar() {
        sample.add(Duration.ofMillis(999));
        sample.add(Duration.ofSeconds(1));
        sample.add(Duration.ofDays(2));

        Spread spread = sample.spread();

        assertThat(spread.bars()).startsWith(new Bar(Duration.ofSeconds(1), 1));
        assertThat(spread.bars().get(1).count()).isEqualTo(1);
        assertThat(spread.bars()).endsWith(new Bar(null, 1));
        assertThat(spread.bars().stream().mapToInt(Bar::count).sum()).isEqualTo(3);
    }

    @Test
    void forgetsTheOldest() {
        sample.add(Duration.ofHours(1));
        for (int i = 0; i < 5 * Sample.KEPT; i++) {
            sample.add(Duration.ofMillis(i < 4 * Sample.KEPT ? 7 : 3));
        }

        Spread spread = sample.spread();

        assertThat(spread.count()).isEqualTo(Sample.KEPT);
        assertThat(spread.ninetyNine()).isEqualTo(Duration.ofMillis(3));
    }
}
