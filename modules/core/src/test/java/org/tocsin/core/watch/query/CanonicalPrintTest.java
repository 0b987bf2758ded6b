package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.WatchSamples;

class CanonicalPrintTest {

    @Test
    void parsingWhatWasPrintedGivesTheSameTree() {
        var lexicon = WatchSamples.lexicon();
        var queries = new RandomQueries(new Random(20));

        int parsed = 0;
        for (int i = 0; i < 3_000; i++) {
            try {
                String text = queries.text(3) + (i % 4 == 0 ? " THEN " + queries.text(2) : "");
                Query query = QueryParser.parse(text, lexicon, Reach.SPAN);
                parsed++;

                assertThat(QueryParser.parse(query.print(), lexicon, Reach.SPAN)).isEqualTo(query);
            } catch (BadQuery e) {
                // A rule at random may contradict itself.
                assertThat(e).hasMessageMatching(".*(never hold|always holds|must not be).*");
            }
        }

        assertThat(parsed).isGreaterThan(1_000);
    }
}
