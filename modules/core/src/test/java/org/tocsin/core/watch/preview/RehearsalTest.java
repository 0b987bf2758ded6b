package org.tocsin.core.watch.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.core.watch.thread.Desk.article;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;

class RehearsalTest {

    private static final int HOUR = 60;
    private static final int TOLD = 200;

    @Test
    void holdsFewOfItsAlertsWholeHoweverManyRang() throws Exception {
        Rehearsal rehearsal = Rehearsal.of(watchlist("storm", null), null, WatchSamples.lexicon());
        var rung = new ArrayList<WeakReference<Alert>>();

        for (int i = 0; i < TOLD; i++) {
            rehearsal.tell(
                    0,
                    article("a" + i, "A storm.").of("s" + i).at(2L * i * HOUR).tagged(),
                    alert -> rung.add(new WeakReference<>(alert)));
        }

        RehearsalTally.Counts counts = rehearsal.result().counts();
        assertThat(counts.alerts()).isEqualTo(rung.size()).isGreaterThan(TOLD);
        assertThat(counts.threads()).isEqualTo(TOLD);
        assertThat(counts.samples()).hasSizeBetween(10, 20);
        assertThat(counts.rows().get(0).story()).isEqualTo("s" + (TOLD - 1));
        assertThat(leftOf(rung)).isLessThanOrEqualTo(41);
    }

    @Test
    void hearsWhatIsUsualBeforeItCounts() throws BadWatchlist {
        Watchlist rate = watchlist("storm", "2x over PT12H at least 3");
        Rehearsal rehearsal = Rehearsal.of(rate, null, WatchSamples.lexicon());

        for (int i = 0; i < 24; i++) {
            rehearsal.hear(0, article("a" + i, "A storm.").of("s" + i).at(30L * i).tagged());
        }
        for (int i = 0; i < 4; i++) {
            rehearsal.tell(0, article("b" + i, "A storm.").of("t" + i).at(12L * HOUR + i).tagged());
        }

        assertThat(rehearsal.warmUp()).isEqualTo(Duration.ofHours(13));
        assertThat(rehearsal.result().tellings()).isEqualTo(4);
        assertThat(rehearsal.result().counts().alerts()).isEqualTo(1);
    }

    private static long leftOf(List<WeakReference<Alert>> rung) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        long left = Long.MAX_VALUE;
        while (left > 41 && System.nanoTime() < deadline) {
            System.gc();
            left = rung.stream().filter(one -> one.get() != null).count();
            Thread.onSpinWait();
        }
        return left;
    }

    private static Watchlist watchlist(String when, String rate) {
        return new Watchlist(
                "w",
                null,
                null,
                null,
                when,
                null,
                1,
                Duration.ZERO,
                null,
                1,
                null,
                null,
                null,
                rate);
    }
}
