package org.tocsin.gateway.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Saying;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;

class RosterTest {

    private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");

    private final Boards boards = Boards.empty();

    @Test
    void countsTheAlertsOfEachDay() {
        watch("harbour", null);
        ring("harbour", "t1", 1, Duration.ofDays(3));
        ring("harbour", "t1", 2, Duration.ofDays(1));
        ring("harbour", "t2", 1, Duration.ofHours(2));

        Roster roster = Roster.of(boards, NOW, 3);

        assertThat(roster.days()).hasSize(3).last().hasToString("2026-03-10");
        assertThat(roster.lines().get(0).rang()).containsExactly(0, 1, 1);
        assertThat(roster.lines().get(0).threads()).isEqualTo(1);
        assertThat(roster.lines().get(0).last()).isEqualTo(NOW.minus(Duration.ofHours(2)));
    }

    @Test
    void countsOnlyTheDaysThatAreKnown() {
        watch("harbour", null);
        ring("harbour", "t1", 1, Duration.ofDays(2));
        ring("harbour", "t2", 1, Duration.ofDays(1));

        assertThat(Roster.of(boards, NOW, 14).lines().get(0).aDay()).isEqualTo(1.0);
    }

    @Test
    void saysWhatAWatchlistDoes() {
        watch("a-live", null);
        watch("b-watching", Watchlist.State.WATCHING);
        watch("c-muted", null);
        var saying = new Saying("ada", "a drill", NOW.minusSeconds(60));
        put(AlertVerdict.mute(About.WATCHLIST, "c-muted", NOW.plusSeconds(60), saying));
        put(AlertVerdict.mute(About.WATCHLIST, "a-live", NOW.minusSeconds(1), saying));

        assertThat(Roster.of(boards, NOW, 1).lines())
                .extracting(Roster.Line::state)
                .containsExactly(Roster.State.LIVE, Roster.State.WATCHING, Roster.State.MUTED);
    }

    @Test
    void countsWhatAWatchingOneWouldHaveRungAndWhatWasSaidOfIt() {
        watch("harbour", Watchlist.State.WATCHING);
        Alert first = alert("harbour", "t1", 1, Duration.ofHours(1));
        boards.watching().rang(0, 1, first);
        put(AlertVerdict.on(first, true, Word.USEFUL, new Saying("ada", null, NOW)));

        Roster.Line line = Roster.of(boards, NOW, 1).lines().get(0);

        assertThat(line.rang()).containsExactly(1);
        assertThat(line.precision().judged()).isEqualTo(1);
    }

    private void put(AlertVerdict verdict) {
        boards.verdicts().put(verdict.key(), verdict);
    }

    private void watch(String id, Watchlist.State state) {
        boards.watchlists()
                .put(
                        id,
                        new Watchlist(
                                id, null, null, null, "storm", null, 1, null, null, 1, null, null,
                                state));
    }

    private long offset;

    private void ring(String watchlist, String thread, int seq, Duration ago) {
        boards.alerts().rang(0, offset++, alert(watchlist, thread, seq, ago));
    }

    private static Alert alert(String watchlist, String thread, int seq, Duration ago) {
        return new Alert(
                thread + "#" + seq,
                thread,
                seq,
                watchlist,
                1,
                seq == 1 ? Alert.Kind.NEW : Alert.Kind.UPDATE,
                Severity.HIGH,
                NOW.minus(ago),
                "a",
                "s",
                List.of("a"),
                1,
                "Storm",
                List.of());
    }
}
