package org.tocsin.core.watch.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Evidence;

class RuleLedgerTest {

    private final List<AlertVerdict> words = new ArrayList<>();

    /**
     * The examples of Newcombe, Two-sided confidence intervals, Statistics in Medicine 17, 1998.
     */
    @Test
    void givesTheIntervalsOfWilson() {
        Precision some = Precision.of(81, 263);
        Precision none = Precision.of(0, 20);
        Precision unjudged = Precision.of(0, 0);

        assertThat(some.low()).isCloseTo(.2553, within(.00005));
        assertThat(some.high()).isCloseTo(.3662, within(.00005));
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(.1611, within(.00005));
        assertThat(unjudged).isEqualTo(new Precision(0, 0, null, 0, 1));
    }

    @Test
    void namesFirstWhatMisleadsMostSurely() {
        for (int i = 0; i < 6; i++) {
            say("w", Word.USEFUL, 2, null, "Ankara");
            say("w", Word.NOT_USEFUL, 2, "the bird", "turkey");
        }
        say("w", Word.NOT_USEFUL, 1, "sport", "Ankara");
        say("other", Word.USEFUL, 1, null, "turkey");
        say("w", Word.SEEN, 1, null, "turkey");

        RuleLedger ledger = RuleLedger.of("w", words);

        assertThat(ledger.all().useful()).isEqualTo(6);
        assertThat(ledger.all().judged()).isEqualTo(13);
        assertThat(ledger.versions()).extracting(RuleLedger.Version::rule).containsExactly(2, 1);
        assertThat(ledger.names())
                .extracting(RuleLedger.OfName::name)
                .containsExactly("turkey", "ankara");
        assertThat(ledger.clauses()).hasSize(1);
        assertThat(ledger.reasons())
                .containsExactly(
                        new RuleLedger.Reason("the bird", 6), new RuleLedger.Reason("sport", 1));
    }

    private void say(String watchlist, Word word, int rule, String reason, String name) {
        var evidence = new Evidence("a", "title", 0, name.length(), name, "actor:Turkey", "turkey");
        words.add(
                new AlertVerdict(
                        "t" + words.size(),
                        null,
                        word,
                        reason,
                        null,
                        "desk",
                        Instant.EPOCH,
                        About.THREAD,
                        watchlist,
                        rule,
                        List.of(evidence, evidence)));
    }
}
