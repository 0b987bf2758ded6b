package org.tocsin.core.watch.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.core.json.Json;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.watch.WatchSamples;

class QueryTreeTest {

    private static final Lexicon LEXICON = WatchSamples.lexicon();

    @Test
    void printsTheRuleOfWhichItIsTheTree() throws BadQuery {
        var queries = new RandomQueries(new Random(7));

        for (int i = 0; i < 1_000; i++) {
            String text = queries.text(3) + (i % 4 == 0 ? " THEN " + queries.text(2) : "");

            assertThat(QueryTree.of(text, LEXICON).print())
                    .isEqualTo(QueryParser.outline(text).print());
        }
    }

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        var queries = new RandomQueries(new Random(8));

        for (int i = 0; i < 200; i++) {
            QueryNode tree = QueryTree.of(queries.text(3), LEXICON);

            assertThat(Json.mapper().readValue(Json.line(tree), QueryNode.class)).isEqualTo(tree);
        }
    }

    @Test
    void knowsWhereEachClauseStands() throws BadQuery {
        String text =
                "NOT ( actor:\"Russia\" OR  ship* ) AND title:\"the port\"~3 AND cable NEAR/2 storm";

        List<QueryNode> parts = QueryTree.of(text, LEXICON).parts();

        assertThat(parts.stream().map(part -> text.substring(part.start(), part.end())))
                .containsExactly(
                        "NOT ( actor:\"Russia\" OR  ship* )",
                        "title:\"the port\"~3",
                        "cable NEAR/2 storm");
        QueryNode either = parts.get(0).parts().get(0);
        assertThat(text.substring(either.start(), either.end()))
                .isEqualTo("actor:\"Russia\" OR  ship*");
        assertThat(either.parts()).extracting(QueryNode::start).containsExactly(6, 25);
        assertThat(parts.get(2).parts())
                .extracting(QueryNode::text)
                .containsExactly("cable", "storm");
    }

    @Test
    void showsWhatNamesNobodyAndContradictsItself() throws BadQuery {
        QueryNode tree = QueryTree.of("actor:Atlantis AND ship AND NOT ship", LEXICON);

        assertThat(tree.parts()).hasSize(3);
        assertThat(tree.parts().get(0).means()).isEmpty();
    }

    @Test
    void keepsQuotesWhereNamesNeedThem() {
        var name = new QueryNode.Name("Party of \"God\"", true);
        var event =
                new QueryNode(
                        QueryNode.Is.EVENT,
                        null,
                        "talks",
                        null,
                        null,
                        List.of(name),
                        null,
                        List.of("announced", "occurred"),
                        null,
                        0,
                        0);

        assertThat(event.print())
                .isEqualTo(
                        "event:talks[actor=\"Party of \\\"God\\\"\"+, modality=announced|occurred]");
    }
}
