package org.tocsin.core.watch.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;

class WatchlistYamlTest {

    private final WatchlistYaml yaml = new WatchlistYaml(WatchSamples.lexicon());

    @Test
    void readsEveryKeyAndSeveralDocuments() {
        var read =
                yaml.read(
                        "w.yaml",
                        """
                        # cables of the north
                        id: cables
                        title: Cables cut at sea
                        owner: baltic-desk
                        severity: high
                        when: actor:Russia AND (cable OR "sea floor") # as asked
                        within: PT6H
                        origins: 2
                        cooldown: PT1H
                        route: baltic
                        ---
                        id: short
                        when: storm
                        ---
                        """);

        assertThat(read.faults()).isEmpty();
        assertThat(read.watchlists())
                .containsExactly(
                        new Watchlist(
                                "cables",
                                "Cables cut at sea",
                                "baltic-desk",
                                Severity.HIGH,
                                "actor:Russia AND (cable OR \"sea floor\")",
                                "PT6H",
                                2,
                                Duration.ofHours(1),
                                "baltic",
                                1),
                        new Watchlist("short", null, null, null, "storm", null, 1, null, null, 1));
    }

    @Test
    void warnsOfWhatMayNotBeMeantAndTakesIt() {
        String text =
                """
                id: told
                origins: 2
                when: >-
                  source:post.example
                  AND storm AND sto*
                severity: critical
                budget: 3
                """;

        var read = yaml.warning().read("w.yaml", text);

        assertThat(read.watchlists()).hasSize(1);
        assertThat(read.warnings())
                .extracting(Object::toString)
                .containsExactly(
                        "w.yaml:5:17: told: warning: 'sto*' adds nothing: it holds wherever 'storm' does",
                        "w.yaml:2:10: told: warning: only 'post.example' can answer, so there are 2"
                                + " origins only where it reprints others",
                        "w.yaml:7:9: told: warning: what is critical rings beyond the budget as well");
        assertThat(yaml.read("w.yaml", text).warnings()).isEmpty();
    }

    @Test
    void readsAgainWhatItWrote() {
        var watchlists =
                List.of(
                        new Watchlist(
                                "a.b",
                                "No: \"quotes\" # 'here'\nтут",
                                "'",
                                Severity.CRITICAL,
                                "\"a phrase\" AND\nactor:Россия AND '".replace(" AND '", ""),
                                "P1D",
                                3,
                                Duration.ZERO,
                                null,
                                7),
                        new Watchlist("b", null, null, null, "x1 OR yes", null, 1, null, "r", 1),
                        new Watchlist(
                                "c",
                                null,
                                null,
                                null,
                                "x1",
                                null,
                                1,
                                null,
                                "r",
                                2,
                                "22:00-06:00 Europe/Berlin",
                                20,
                                Watchlist.State.WATCHING,
                                "2.5x in PT6H over P7D at least 9"));

        String text = WatchlistYaml.write(watchlists);

        assertThat(yaml.read("w.yaml", text).faults()).isEmpty();
        assertThat(yaml.read("w.yaml", text).watchlists()).isEqualTo(watchlists);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id: a\nwhen: storm AND actor:Rusia\n@2:23",
                "id: a\nwhen: 'storm AND actor:Rusia'\n@2:24",
                "id: a\nwhen: 'storm AND \"don''t\" AND actor:Rusia'\n@2:37",
                "id: a\nwhen: \"storm AND \\\"a b\\\" AND actor:Rusia\"\n@2:36",
                "id: a\nwhen: \"storm \\u0041ND actor:Rusia\"\n@2:29",
                "id: a\nwhen: >-\n  storm\n  AND actor:Rusia\n@4:13",
                "id: a\nwhen: |\n    storm AND\n      actor:Rusia\n@4:13",
                "id: a\nwhen: storm\n  AND actor:Rusia\n@3:13",
                "id: a\nwhen: >-\n  storm AND\n\n  (cable OR\n@5:12",
                "---\nid: x\nwhen: y\n---\nid: a\nwhen: 🙂 AND storm cable\n@6:7",
                "id: a\r\nwhen: storm AND actor:Rusia\r\n@2:23",
                "id: a\nwhen: storm\norigins: 0\n@3:10",
                "id: a\nwhen: storm\norigins: two\n@3:10",
                "id: a\nwhen: storm\norigins: 010\n@3:10",
                "id: a\nwhen: storm\nwithin: paragraph\n@3:9",
                "id: a\nwhen: storm\nwithin: P0D\n@3:9",
                "id: a\nwhen: storm\ncooldown: 30m\n@3:11",
                "id: a\nwhen: storm\nroute: a.b\n@3:8",
                "id: a\nwhen: storm\nroute: current\n@3:8",
                "id: a\nwhen: storm\nseverity: hihg\n@3:11",
                "id: a\nwhen: storm\nroute: watching\n@3:8",
                "id: a\nwhen: storm\nquiet: 22:00-06:00\n@3:8",
                "id: a\nwhen: storm\nquiet: 22:00-06:00 Europe/Berlinn\n@3:8",
                "id: a\nwhen: storm\nbudget: 0\n@3:9",
                "id: a\nwhen: storm\nbudget: many\n@3:9",
                "id: a\nwhen: storm\nstate: wathcing\n@3:8",
                "id: a\nwhen: storm\nwihtin: story\n@3:1",
                "id: a\nwhen: storm\nwhen: cable\n@3:1",
                "id: a\nwhen: [storm]\n@2:7",
                "id: a\ntitle: x\n@1:1",
                "id: a\nwhen:\n@1:1",
                "id: a\nwhen: \"a b\" AND c\n@2:13",
                "id: a\nwhen: storm\n---\nid: a\nwhen: cable\n@4:5",
                "- id: a\n@1:1"
            })
    void pointsAtTheFault(String example) {
        int at = example.lastIndexOf('@');

        var read = yaml.read("w.yaml", example.substring(0, at));

        assertThat(read.watchlists()).isEmpty();
        assertThat(read.faults()).isNotEmpty();
        assertThat(read.faults().get(0).toString())
                .startsWith("w.yaml:" + example.substring(at + 1) + ": ");
    }

    /** Ten to readers of YAML 1.2, eight to those of 1.1. */
    @Test
    void refusesNumbersThatNotEveryoneReadsAlike() {
        var read = yaml.read("w.yaml", "id: a\nwhen: storm\nbudget: 010\n");

        assertThat(read.faults())
                .extracting(Object::toString)
                .containsExactly(
                        "w.yaml:3:9: a: 'budget' is a whole number without a nought before it,"
                                + " found '010'");
    }

    @Test
    void writesTheKeysInTheirOrder() {
        var all =
                new Watchlist(
                        "a",
                        "t",
                        "o",
                        null,
                        "x1",
                        null,
                        1,
                        null,
                        "r",
                        2,
                        "22:00-06:00 UTC",
                        20,
                        Watchlist.State.WATCHING);

        String text = WatchlistYaml.write(List.of(all));

        assertThat(text.lines().map(line -> line.substring(0, line.indexOf(':'))))
                .containsExactly(
                        "id",
                        "title",
                        "owner",
                        "severity",
                        "when",
                        "within",
                        "origins",
                        "cooldown",
                        "quiet",
                        "budget",
                        "route",
                        "state",
                        "version");
    }

    @Test
    void namesTheWatchlistAndSuggests() {
        var read = yaml.read("w.yaml", "severty: low\nid: a\nwhen: storm\n");

        assertThat(read.faults())
                .extracting(WatchlistFault::toString)
                .containsExactly(
                        "w.yaml:1:1: a: there is no key 'severty'; did you mean 'severity'?");
    }

    @ParameterizedTest
    @CsvSource({"6 hours, '; did you mean ''PT6H''?'", "P31D, ''", "900 days, ''"})
    void suggestsOnlyASpanThatItWouldTake(String within, String suggestion) {
        var read = yaml.read("w.yaml", "id: a\nwhen: storm\nwithin: " + within + "\n");

        assertThat(read.faults()).hasSize(1);
        String fault = read.faults().get(0).toString();
        assertThat(fault).startsWith("w.yaml:3:9: a: ");
        assertThat(fault.contains("did you mean")).isEqualTo(!suggestion.isEmpty());
        assertThat(fault).endsWith(suggestion);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id: a b", "id: [a]", "id:", "title: t"})
    void tellsTheOtherFaultsOfAWatchlistWithoutAnId(String first) {
        var read = yaml.read("w.yaml", first + "\norigins: 0\nwhen: actor:Rusia OR type:army\n");

        assertThat(read.faults())
                .extracting(WatchlistFault::line, WatchlistFault::column)
                .contains(tuple(2, 10), tuple(3, 13), tuple(3, 27));
    }

    @Test
    void tellsTheOtherFaultsOfAWatchlistWithoutARule() {
        var read = yaml.read("w.yaml", "id: a\norigins: 0\nbudget: none\n");

        assertThat(read.faults()).extracting(WatchlistFault::line).containsExactly(1, 2, 3);
    }

    @Test
    void refusesOneIdInTwoFiles() {
        var read =
                yaml.readAll(
                        new TreeMap<>(
                                Map.of("1.yaml", "id: a\nwhen: x1", "2.yaml", "id: a\nwhen: y1")));

        assertThat(read.isRefused()).isTrue();
        assertThat(read.faults()).extracting(WatchlistFault::file).containsExactly("2.yaml");
    }
}
