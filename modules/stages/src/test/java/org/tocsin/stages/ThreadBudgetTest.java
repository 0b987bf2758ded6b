package org.tocsin.stages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ThreadBudgetTest {

    private final SettableClock clock = new SettableClock();
    private final ThreadBudget budget = new ThreadBudget(2, Duration.ofMinutes(10), clock);

    @Test
    void runsOutWithinItsWindow() {
        budget.spend();
        budget.spend();

        assertThat(budget.spend()).isFalse();
    }

    @Test
    void forgetsWhatLiesBeforeItsWindow() {
        budget.spend();
        budget.spend();

        clock.now = clock.now.plus(Duration.ofMinutes(11));

        assertThat(budget.spend()).isTrue();
    }

    private static final class SettableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
