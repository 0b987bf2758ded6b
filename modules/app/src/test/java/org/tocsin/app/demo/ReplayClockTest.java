package org.tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayClockTest {

    private static final Instant CREATED = Instant.parse("2020-05-05T12:34:56Z");
    private static final Instant ORIGIN = Instant.parse("2020-05-01T12:34:00Z");

    @TempDir Path data;

    private final HandSetClock real = new HandSetClock(CREATED);

    @Test
    void startsFourDaysBeforeTheDataFolderWasMade() throws IOException {
        ReplayClock clock = ReplayClock.open(data, 1920, real);

        assertThat(clock.origin()).isEqualTo(ORIGIN);
        assertThat(clock.instant()).isEqualTo(ORIGIN);
    }

    @Test
    void runsFasterThanTheRealClock() throws IOException {
        ReplayClock clock = ReplayClock.open(data, 1920, real);

        real.advance(Duration.ofSeconds(45));

        assertThat(clock.instant()).isEqualTo(ORIGIN.plus(Duration.ofDays(1)));
        assertThat(clock.isPlayed()).isFalse();
    }

    @Test
    void becomesTheRealClockWhenItMeetsIt() throws IOException {
        ReplayClock clock = ReplayClock.open(data, ReplayClock.DEFAULT_SPEED, real);

        real.advance(Duration.ofSeconds(181));

        assertThat(clock.instant()).isEqualTo(real.instant());
        assertThat(clock.isPlayed()).isTrue();
    }

    @Test
    void waitsWhileTheProcessIsDown() throws IOException {
        ReplayClock first = ReplayClock.open(data, 1920, real);
        real.advance(Duration.ofSeconds(45));
        Instant shown = first.instant();
        first.close();

        real.advance(Duration.ofHours(1));
        ReplayClock second = ReplayClock.open(data, 1920, real);

        assertThat(second.origin()).isEqualTo(ORIGIN);
        assertThat(second.instant()).isEqualTo(shown);
    }

    @Test
    void neverRunsBackwardsAfterACrash() throws IOException {
        ReplayClock first = ReplayClock.open(data, 1920, real);
        real.advance(Duration.ofSeconds(45));
        Instant shown = first.instant();

        ReplayClock second = ReplayClock.open(data, 1920, real);

        assertThat(second.instant()).isBetween(shown, shown.plus(Duration.ofSeconds(1920)));
    }

    @Test
    void showsTheRealTimeAtOnceWhenAllWasToldBefore() throws IOException {
        ReplayClock first = ReplayClock.open(data, 1920, real);
        real.advance(Duration.ofMinutes(4));
        first.instant();
        first.close();

        real.advance(Duration.ofDays(30));
        ReplayClock second = ReplayClock.open(data, 1920, real);

        assertThat(second.instant()).isEqualTo(real.instant());
    }

    @Test
    void neverShowsTheFutureAfterACrash() throws IOException {
        ReplayClock first = ReplayClock.open(data, 1920, real);
        real.advance(Duration.ofSeconds(180));
        first.instant();

        real.advance(Duration.ofSeconds(5));
        ReplayClock second = ReplayClock.open(data, 1920, real);

        assertThat(second.instant()).isBeforeOrEqualTo(real.instant());
    }

    @Test
    void standsStillWhenTheRealClockIsSetBack() throws IOException {
        ReplayClock clock = ReplayClock.open(data, 2, real);
        real.advance(Duration.ofHours(1));
        Instant shown = clock.instant();

        real.advance(Duration.ofHours(-2));

        assertThat(clock.instant()).isEqualTo(shown);
    }

    @Test
    void refusesARecordThatIsNone() throws IOException {
        Files.writeString(data.resolve("replay.properties"), "origin=yesterday\n");

        assertThatIOException()
                .isThrownBy(() -> ReplayClock.open(data, 1920, real))
                .withMessageContaining("remove it to replay from the start");
    }

    @Test
    void refusesToRunSlowerThanTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ReplayClock.open(data, 0.5, real))
                .withMessageContaining("0.5");
    }

    /** A real clock that moves when told to. */
    static final class HandSetClock extends Clock {

        private Instant now;

        HandSetClock(Instant now) {
            this.now = now;
        }

        void advance(Duration duration) {
            now = now.plus(duration);
        }

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
            throw new UnsupportedOperationException();
        }
    }
}
