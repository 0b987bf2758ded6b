package org.tocsin.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

class VolumeTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:20:00Z");

    @Test
    void countsEveryHourTheQuietOnesToo() {
        List<Alert> rang =
                List.of(
                        alert("harbour", "t1", "2026-03-02T10:59:59Z", Severity.HIGH),
                        alert("harbour", "t1", "2026-03-02T12:00:00Z", Severity.CRITICAL),
                        alert("river", "t2", "2026-03-02T12:19:00Z", Severity.HIGH));

        Volume volume = Volume.of(tally(rang), null, NOW, 3);

        assertThat(volume.from()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(volume.to()).isEqualTo("2026-03-02T13:00:00Z");
        assertThat(volume.hours()).extracting(Volume.Hour::alerts).containsExactly(1, 0, 2);
        assertThat(volume.hours().get(2).severities()).isEqualTo(Map.of("critical", 1, "high", 1));
    }

    @Test
    void namesTheLoudestWatchlistFirst() {
        List<Alert> rang =
                List.of(
                        alert("harbour", "t1", "2026-03-02T11:00:00Z", Severity.LOW),
                        alert("river", "t2", "2026-03-02T11:00:00Z", Severity.LOW),
                        alert("river", "t2", "2026-03-02T12:00:00Z", Severity.LOW));

        Volume volume = Volume.of(tally(rang), null, NOW, 2);

        assertThat(volume.watchlists())
                .containsExactly(
                        new Volume.OfWatchlist("river", 2, 1, List.of(1, 1)),
                        new Volume.OfWatchlist("harbour", 1, 1, List.of(1, 0)));
    }

    @Test
    void leavesOutWhatRangBeforeAndWhatOnlyWentQuiet() {
        Alert early = alert("harbour", "t1", "2026-03-02T09:59:59Z", Severity.LOW);
        Alert quiet = of(Alert.Kind.EXPIRED, "harbour", "t1", NOW, Severity.LOW);

        Volume volume = Volume.of(tally(List.of(early, quiet)), null, NOW, 3);

        assertThat(volume.alerts()).isZero();
        assertThat(volume.watchlists()).isEmpty();
        assertThat(volume.since()).isEqualTo(early.time());
    }

    @Test
    void countsAMonthAndForgetsWhatIsOlder() {
        Alert old = alert("harbour", "t1", "2026-01-01T00:00:00Z", Severity.LOW);
        Alert first = alert("harbour", "t1", "2026-02-01T00:30:00Z", Severity.LOW);
        Alert last = alert("river", "t2", "2026-03-02T11:00:00Z", Severity.LOW);

        Tally tally = tally(List.of(old, first, last));
        Volume day = Volume.of(tally, null, first.time().minusSeconds(1_800), NOW.minusSeconds(1));

        assertThat(day.alerts()).isEqualTo(2);
        assertThat(tally.hours(Instant.EPOCH, NOW)).hasSize(2);
        assertThat(tally.last("harbour")).isEqualTo(first.time());
    }

    private static Tally tally(List<Alert> alerts) {
        var tally = new Tally();
        alerts.forEach(tally::add);
        return tally;
    }

    private static Alert alert(String watchlist, String thread, String time, Severity severity) {
        return of(Alert.Kind.NEW, watchlist, thread, Instant.parse(time), severity);
    }

    private static Alert of(
            Alert.Kind kind, String watchlist, String thread, Instant at, Severity severity) {
        return new Alert(
                thread + at,
                thread,
                1,
                watchlist,
                1,
                kind,
                severity,
                at,
                "a",
                "s",
                List.of("a"),
                1,
                "It rang",
                List.of());
    }
}
