package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.RandomQueries;
import org.tocsin.core.watch.query.Reading;

/** Holds the index and the evaluator to what a reader with patience would find. */
class IndexTest {

    @Test
    void findsEveryRuleThatAnswersOverRandomRulesAndNews() {
        var random = new Random(6);
        Rules rules = Rules.of(rules(new RandomQueries(random), 600));
        var news = new RandomNews(random);

        int answers = 0;
        int asked = 0;
        for (int i = 0; i < 300; i++) {
            TaggedTelling telling = news.next();
            Reading reading = Reading.of(telling);
            var candidates = new TreeSet<>(rules.candidates(reading));
            asked += candidates.size();
            for (Rule rule : rules.all()) {
                boolean naive = answersNaively(rule, reading);
                answers += naive ? 1 : 0;

                assertThat(rule.match(reading).answers())
                        .as(rule.query().print() + "\n" + telling.telling().article())
                        .isEqualTo(naive);
                assertThat(!naive || candidates.contains(rule))
                        .as(rule.query().print() + "\n" + telling.telling().article())
                        .isTrue();
                assertExactSpans(rule, reading);
            }
        }

        assertThat(answers).isGreaterThan(10_000);
        assertThat(asked).isLessThan(300 * rules.all().size());
    }

    private static void assertExactSpans(Rule rule, Reading reading) {
        rule.match(reading)
                .evidence()
                .forEach(
                        span ->
                                assertThat(
                                                reading.article()
                                                        .field(span.field())
                                                        .substring(span.start(), span.end()))
                                        .isEqualTo(span.text()));
    }

    /** Recursion over the tree, once for the article or once for each sentence. */
    private static boolean answersNaively(Rule rule, Reading reading) {
        if (rule.scope().kind() != Scope.Kind.SENTENCE) {
            return holds(rule.query(), clause -> clause.holds(reading));
        }
        String text = reading.article().text();
        boolean title =
                !reading.article().title().isBlank()
                        && holds(
                                rule.query(),
                                clause ->
                                        clause.hits(reading).stream()
                                                        .anyMatch(
                                                                hit -> hit.field().equals("title"))
                                                || aboutArticle(clause, reading));
        return title
                || Sentences.of(text).stream()
                        .anyMatch(
                                sentence ->
                                        holds(
                                                rule.query(),
                                                clause ->
                                                        isIn(sentence, clause, reading)
                                                                || aboutArticle(clause, reading)));
    }

    private static boolean aboutArticle(Clause clause, Reading reading) {
        return clause.isAboutArticle() && clause.holds(reading);
    }

    private static boolean isIn(Span sentence, Clause clause, Reading reading) {
        for (Hit hit : clause.hits(reading)) {
            if (hit.field().equals("text")
                    && sentence.contains(hit.start())
                    && hit.end() <= sentence.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Query query, java.util.function.Predicate<Clause> truth) {
        if (query instanceof Query.And and) {
            return and.parts().stream().allMatch(part -> holds(part, truth));
        }
        if (query instanceof Query.Or or) {
            return or.parts().stream().anyMatch(part -> holds(part, truth));
        }
        return query instanceof Query.Not not
                ? !holds(not.part(), truth)
                : truth.test((Clause) query);
    }

    static List<Rule> rules(RandomQueries queries, int count) {
        var rules = new ArrayList<Rule>();
        var scopes = List.of("sentence", "article", "story", "PT2H");
        for (int i = 0; rules.size() < count; i++) {
            var watchlist =
                    new Watchlist(
                            "w" + i,
                            null,
                            null,
                            null,
                            queries.text(2),
                            scopes.get(i % 4),
                            1 + i % 3,
                            null,
                            null,
                            1);
            try {
                rules.add(Rule.compile(watchlist, WatchSamples.lexicon()));
            } catch (BadWatchlist e) {
                // Contradicts itself; the next may not.
                assertThat(e.faults()).hasSize(1);
            }
        }
        return rules;
    }
}
