package org.tocsin.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

class TickerLinesTest {

    @Test
    void anAlertSaysOnOneLineWhatRangAndWhy() {
        String line = new TickerLines(false).of(alert("Guns fall silent"));

        assertThat(line)
                .isEqualTo(
                        "Mar 1 10:30  ALERT  high     NEW       northern-truce: Guns fall silent (2 origins)");
    }

    @Test
    void aHeadlineCannotSpeakToTheTerminal() {
        String line = new TickerLines(false).of(alert("\u001b[2JGuns\r\nfall \u202Esilent"));

        assertThat(line).doesNotContain("\u001b", "\r", "\n", "\u202E").contains("Guns fall");
    }

    @Test
    void coloursOnlyWhereTheyAreShown() {
        assertThat(new TickerLines(true).of(alert("Guns"))).startsWith("\u001b[1;31m");
        assertThat(new TickerLines(false).of(alert("Guns"))).doesNotContain("\u001b");
    }

    private static Alert alert(String headline) {
        return new Alert(
                "id",
                "thread",
                1,
                "northern-truce",
                1,
                Alert.Kind.NEW,
                Severity.HIGH,
                Instant.parse("2026-03-01T10:30:00Z"),
                "a",
                "story",
                List.of("a"),
                2,
                headline,
                List.of());
    }
}
