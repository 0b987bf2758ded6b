package org.tocsin.gateway.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tocsin.gateway.pipeline.Pipeline.Behind;

class TrackTest {

    private final Track track = new Track();

    private void look(int second, long end, long committed) {
        track.add(Duration.ofSeconds(second).toNanos(), end, committed);
    }

    @Test
    void isNotBehindAtTheEnd() {
        look(0, 100, 100);

        assertThat(track.behind()).isEqualTo(Behind.NOTHING);
    }

    @Test
    void isBehindSinceTheTopicEndedWhereItStands() {
        look(0, 100, 100);
        look(10, 200, 100);
        look(20, 300, 150);

        Behind behind = track.behind();

        // Record 150 came half-way between the first looks, if they came evenly.
        assertThat(behind).isEqualTo(new Behind(Duration.ofSeconds(15), false));
    }

    @Test
    void saysThatItWasBehindWhenWeFirstLooked() {
        look(0, 500, 20);
        look(30, 500, 120);

        assertThat(track.behind()).isEqualTo(new Behind(Duration.ofSeconds(30), true));
    }

    @Test
    void countsRecordsASecondOverTheLastMinute() {
        look(0, 0, 0);
        look(100, 1_000, 1_000);
        look(160, 1_600, 1_120);

        assertThat(track.arriving()).isEqualTo(10);
        assertThat(track.done()).isEqualTo(2);
    }

    @Test
    void knowsNoRateAtTheFirstLook() {
        look(0, 7, 7);

        assertThat(track.arriving()).isNull();
        assertThat(track.done()).isNull();
    }

    @Test
    void takesAGroupThatWasSetBackForIdle() {
        look(0, 100, 100);
        look(10, 100, 0);

        assertThat(track.done()).isZero();
        assertThat(track.behind()).isEqualTo(new Behind(Duration.ofSeconds(10), true));
    }
}
