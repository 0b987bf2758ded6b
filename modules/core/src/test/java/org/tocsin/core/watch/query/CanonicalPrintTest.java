package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.watch.WatchSamples;

class CanonicalPrintTest {

    /** Words like operators, quotes in quotes, other scripts, punctuation. */
    private static final List<String> ODD =
            List.of(
                    "NEARER*",
                    "THENCE*",
                    "\"NEAR/5\"",
                    "\"OR\"",
                    "\"-minus\"",
                    "not",
                    "l'Aquila",
                    "\"say \\\"now\\\" twice\"",
                    "\"back\\\\slash\"~3",
                    "„Wort im Satz“",
                    "\"“inner\\” quote\"",
                    "\"two\nlines\"",
                    "\" (x) [y] \"~07",
                    "سوريا",
                    "\"俄羅斯 x\"",
                    "Äpf*",
                    "e-mail",
                    "3.5");

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

    @Test
    void alsoOfWhatIsOddlyWritten() throws BadQuery {
        var lexicon = WatchSamples.lexicon();
        var random = new Random(21);

        for (int i = 0; i < 2_000; i++) {
            String text = "storm OR " + odd(random) + " AND NOT (" + odd(random) + " AND cable)";
            Query query = QueryParser.parse(text, lexicon, Reach.SENTENCE);

            assertThat(QueryParser.parse(query.print(), lexicon, Reach.SENTENCE))
                    .isEqualTo(query)
                    .extracting(Query::print)
                    .isEqualTo(query.print());
            assertThat(QueryTree.of(text, lexicon).print()).isEqualTo(query.print());
        }
    }

    private static String odd(Random random) {
        String clause = ODD.get(random.nextInt(ODD.size()));
        return switch (random.nextInt(4)) {
            case 0 -> "NOT (NOT " + clause + ")";
            case 1 -> "title:" + clause;
            case 2 -> clause + " NEAR/007 " + ODD.get(random.nextInt(ODD.size()));
            default -> clause;
        };
    }
}
