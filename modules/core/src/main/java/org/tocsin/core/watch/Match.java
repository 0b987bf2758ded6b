package org.tocsin.core.watch;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Hit;
import org.tocsin.core.watch.query.Reading;

/**
 * What one telling says to one rule.
 *
 * @param answers whether the telling answers alone: in one sentence of it, or as a whole
 * @param clauses the numbers of the clauses that hold: in the sentence that answers or comes
 *     nearest, or in the article
 * @param evidence the words for what was asked, of a sentence rule from its answering sentences
 * @param against the words for what was asked not to be there
 */
public record Match(
        boolean answers, BitSet clauses, List<Evidence> evidence, List<Evidence> against) {

    /** Spans a clause and article: enough to judge, few enough to read. */
    private static final int SPANS = 3;

    static Match of(Rule rule, Reading reading) {
        var hits = new ArrayList<List<Hit>>();
        var truth = new BitSet();
        for (Clause clause : rule.clauses()) {
            List<Hit> found = reading.hits(clause);
            truth.set(hits.size(), !found.isEmpty() || clause.holds(reading));
            hits.add(found);
        }
        boolean sentence = rule.scope().kind() == Scope.Kind.SENTENCE;
        return sentence
                ? new BySentence(rule, reading, hits, truth).match()
                : new Match(
                        rule.holds(truth),
                        truth,
                        evidence(rule, reading, hits, true),
                        evidence(rule, reading, hits, false));
    }

    /**
     * True where the telling says something of what is asked, by its content if any is asked; where
     * one thing is asked after another, if it answers one of them alone.
     */
    public boolean contributes(Rule rule) {
        if (rule.steps() > 1) {
            return IntStream.range(0, rule.steps()).anyMatch(step -> rule.holds(step, clauses));
        }
        boolean contentAsked = false;
        for (int i = 0; i < rule.clauses().size(); i++) {
            if (rule.asksFor(i) && rule.isContent(i)) {
                contentAsked = true;
                if (clauses.get(i)) {
                    return true;
                }
            }
        }
        return !contentAsked && answers;
    }

    static List<Evidence> evidence(
            Rule rule, Reading reading, List<List<Hit>> hits, boolean asked) {
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < hits.size(); i++) {
            if (rule.asksFor(i) == asked) {
                String clause = rule.clauses().get(i).print();
                hits.get(i).stream()
                        .limit(SPANS)
                        .forEach(hit -> evidence.add(of(reading, hit, clause)));
            }
        }
        return List.copyOf(evidence);
    }

    public static Evidence of(Reading reading, Hit hit, String clause) {
        String words = reading.article().field(hit.field()).substring(hit.start(), hit.end());
        return new Evidence(
                reading.article().id(),
                hit.field(),
                hit.start(),
                hit.end(),
                words,
                clause,
                hit.entity());
    }
}
