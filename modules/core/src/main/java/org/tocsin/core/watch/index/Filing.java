package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Question;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Need;
import org.tocsin.core.watch.query.Term;

/** A {@link RuleIndex} on its way to the next. */
final class Filing {

    final Vocabulary vocabulary;
    final Paged.Edit<IntRow> filed;
    final Paged.Edit<Filed> questions;
    final Paged.Edit<Rule> rules;
    int size;
    int changes;

    Filing() {
        vocabulary = new Vocabulary();
        filed = Paged.<IntRow>empty().edit();
        questions = Paged.<Filed>empty().edit();
        rules = Paged.<Rule>empty().edit();
    }

    Filing(RuleIndex from, int changes) {
        vocabulary = from.vocabulary;
        filed = from.filed.edit();
        questions = from.questions.edit();
        rules = from.rules.edit();
        size = from.size();
        this.changes = changes;
    }

    void put(Collection<Rule> changed) {
        Map<Integer, List<Needed>> fresh = new LinkedHashMap<>();
        for (Rule rule : changed) {
            int number = vocabulary.number(rule.asks());
            if (questions.get(number) == null && !fresh.containsKey(number)) {
                fresh.put(number, needs(vocabulary.question(number)));
            }
        }
        // All are counted before the first is filed: what many ask for is under what few ask for.
        fresh.forEach(this::file);
        for (Rule rule : changed) {
            put(rule);
        }
    }

    private void put(Rule rule) {
        remove(rule.id());
        int number = vocabulary.number(rule.asks());
        if (questions.get(number) == null) {
            file(number, needs(vocabulary.question(number)));
        }
        int place = vocabulary.place(rule.id());
        Filed question = questions.get(number);
        questions.set(number, question.askedBy(question.rules().with(place)));
        rules.set(place, rule.asking(question.question()));
        size++;
        changes++;
    }

    void remove(String watchlist) {
        int place = vocabulary.find(watchlist);
        Rule old = place < 0 ? null : rules.get(place);
        if (old == null) {
            return;
        }
        int number = vocabulary.number(old.asks());
        Filed question = questions.get(number);
        IntRow left = question.rules().without(question.rules().find(place, 1), 1);
        rules.set(place, null);
        size--;
        if (left.size > 0) {
            questions.set(number, question.askedBy(left));
            return;
        }
        questions.set(number, null);
        IntRow row = filed.get(question.term());
        filed.set(question.term(), row.without(row.find(number, RuleIndex.ENTRY), RuleIndex.ENTRY));
    }

    /** A term, and about how rare it is by its kind. */
    private record Needed(int term, int commonness) {}

    private List<Needed> needs(Question question) {
        var needed = new ArrayList<Needed>();
        for (Need need : terms(question)) {
            int term = vocabulary.term(need);
            vocabulary.use(term);
            needed.add(new Needed(term, need.commonness()));
        }
        return needed;
    }

    private static List<Need> terms(Question question) {
        if (question.scope().isOneArticle()) {
            return Need.of(question.query());
        }
        var any = new LinkedHashSet<Term>();
        for (Clause clause : question.clauses()) {
            any.addAll(clause.triggers());
        }
        return List.of(new Need(any, 0));
    }

    private void file(int number, List<Needed> needs) {
        List<Integer> rarest =
                needs.stream()
                        .sorted(Comparator.comparingDouble(this::frequency))
                        .map(Needed::term)
                        .distinct()
                        .limit(RuleIndex.ENTRY)
                        .toList();
        int term = rarest.get(0);
        int second = rarest.size() > 1 ? rarest.get(1) : -1;
        int third = rarest.size() > 2 ? rarest.get(2) : -1;
        IntRow row = filed.get(term);
        filed.set(term, (row == null ? IntRow.EMPTY : row).with(number, second, third));
        Question question = vocabulary.question(number);
        int[] clauses = question.clauses().stream().mapToInt(vocabulary::number).toArray();
        questions.set(number, new Filed(question, clauses, term, IntRow.EMPTY));
    }

    /** Analysts ask for what is in the news; so what many ask for is more common. */
    private double frequency(Needed need) {
        return need.commonness() * (1 + Math.log(1 + vocabulary.uses(need.term())));
    }
}
