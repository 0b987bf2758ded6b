package org.tocsin.core.watch.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Span;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.WatchSamples;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.index.Asking;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.RandomQueries;
import org.tocsin.core.watch.query.Reading;

/** Holds the index and the evaluator to what a reader with patience would find. */
class IndexTest {

    private final Random random = new Random(6);
    private final List<Rule> pool = rules(new RandomQueries(random), 320);

    /** Rules come, change and go between the articles, some by the hundred, some alone. */
    @Test
    void findsTheRulesThatAnswerOverRandomRulesAndNews() {
        var news = new RandomNews(random);
        var asking = new Asking();
        var inForce = new TreeMap<String, Rule>();
        Rules rules = Rules.of(List.of());

        int answers = 0;
        int asked = 0;
        for (int i = 0; i < 120; i++) {
            rules = changed(rules, inForce, i % 40 == 0 ? 100 : random.nextInt(4));
            TaggedTelling telling = news.next();
            Reading reading = Reading.of(telling);
            List<Rule> found = rules.answeredBy(reading, asking);
            asked += found.size();

            assertThat(rules.all())
                    .extracting(Rule::watchlist, Rule::asks)
                    .containsExactlyElementsOf(
                            inForce.values().stream()
                                    .map(rule -> tuple(rule.watchlist(), rule.asks()))
                                    .toList());
            assertThat(found).doesNotHaveDuplicates();
            for (Rule rule : inForce.values()) {
                Supplier<String> shown =
                        () -> rule.query().print() + "\n" + telling.telling().article();
                boolean naive = answersNaively(rule, Reading.of(telling));
                answers += naive ? 1 : 0;

                assertThat(rule.match(reading).answers()).as(shown).isEqualTo(naive);
                assertThat(found.contains(rules.byId(rule.id())))
                        .as(shown)
                        .isEqualTo(rule.scope().isOneArticle() ? naive : says(rule, telling));
                assertExactSpans(rule, reading);
            }
        }

        assertThat(answers).isGreaterThan(1_000);
        assertThat(asked).isGreaterThan(1_000);
    }

    /** Half of them with another question under a name that was there before. */
    private Rules changed(Rules rules, TreeMap<String, Rule> inForce, int count) {
        var put = new ArrayList<Rule>();
        var gone = new TreeSet<String>();
        for (int i = 0; i < count; i++) {
            Rule rule = pool.get(random.nextInt(pool.size()));
            if (random.nextInt(4) == 0) {
                gone.add(rule.id());
                inForce.remove(rule.id());
            }
        }
        for (int i = 0; i < count; i++) {
            Rule question = pool.get(random.nextInt(pool.size()));
            Rule rule = pool.get(random.nextInt(pool.size())).asking(question.asks());
            put.add(rule);
            inForce.put(rule.id(), rule);
        }
        return rules.with(put, gone);
    }

    /** A clause of it holds, or is denied. */
    private static boolean says(Rule rule, TaggedTelling telling) {
        Reading reading = Reading.of(telling);
        return !Contribution.of(rule, telling.telling(), new Facts(reading), rule.match(reading))
                .isEmpty(rule);
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
        var lexicon = WatchSamples.lexicon();
        var rules = new ArrayList<Rule>();
        var scopes = List.of("sentence", "article", "story", "PT2H");
        for (int i = 0; rules.size() < count; i++) {
            var watchlist =
                    new Watchlist(
                            "w" + i,
                            null,
                            null,
                            null,
                            i / 4 % 2 == 0 ? queries.text(2) : queries.conjunction(),
                            scopes.get(i % 4),
                            1 + i % 3,
                            null,
                            null,
                            1);
            try {
                rules.add(Rule.compile(watchlist, lexicon));
            } catch (BadWatchlist e) {
                // Contradicts itself; the next may not.
                assertThat(e.faults()).hasSize(1);
            }
        }
        return rules;
    }
}
