package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Question;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.Scope;
import org.tocsin.core.watch.query.Clause;
import org.tocsin.core.watch.query.Need;
import org.tocsin.core.watch.query.Program;
import org.tocsin.core.watch.query.Query;
import org.tocsin.core.watch.query.Term;

/** A {@link RuleIndex} on its way to the next. */
final class Filing {

    private static final int[] NONE = {};

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
        rules.set(place, rule.asking(question.question()));
        questions.set(number, askedBy(question, question.askers().with(place)));
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
        IntRow left = question.askers().without(question.askers().find(place), 1);
        rules.set(place, null);
        size--;
        if (left.size > 0) {
            questions.set(number, askedBy(question, left));
            return;
        }
        questions.set(number, null);
        IntRow row = filed.get(question.term());
        filed.set(question.term(), row.without(row.entry(number), RuleIndex.ENTRY));
    }

    private Filed askedBy(Filed question, IntRow askers) {
        return question.askedBy(askers, askers.size == 1 ? rules.get(askers.data[0]) : null);
    }

    /** A term, the terms of which it takes any, and about how rare it is by its kind. */
    private record Needed(int term, int[] members, int commonness) {}

    private List<Needed> needs(Question question) {
        var needed = new ArrayList<Needed>();
        for (Need need : terms(question)) {
            int term = vocabulary.term(need.any());
            int[] members = vocabulary.terms(need.any());
            vocabulary.use(term, members);
            needed.add(new Needed(term, members, need.commonness()));
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
        Question question = vocabulary.question(number);
        var entry = new int[RuleIndex.ENTRY];
        Arrays.fill(entry, -1);
        boolean whole = isWhole(question, needs.size());
        entry[0] = number << 1 | (whole ? RuleIndex.WHOLE : 0);
        for (int i = 1; i < rarest.size(); i++) {
            entry[i] = rarest.get(i);
        }
        int term = rarest.get(0);
        IntRow row = filed.get(term);
        filed.set(term, (row == null ? IntRow.EMPTY : row).with(entry));
        int[] clauses =
                question.scope().isOneArticle()
                        ? NONE
                        : question.clauses().stream().mapToInt(vocabulary::number).toArray();
        Program program = Program.of(question.query(), vocabulary::number);
        questions.set(number, new Filed(question, clauses, program, term, IntRow.EMPTY, null));
    }

    /** Nothing but a conjunction of clauses that are as good as the terms they need. */
    private static boolean isWhole(Question question, int needs) {
        return question.scope().kind() == Scope.Kind.ARTICLE
                && needs <= RuleIndex.ENTRY
                && (question.query() instanceof Clause clause
                        ? clause.isItsNeed()
                        : question.query() instanceof Query.And and
                                && and.parts().stream()
                                        .allMatch(p -> p instanceof Clause c && c.isItsNeed()));
    }

    /**
     * Analysts ask for what is in the news, so what many ask for is more common; of several terms
     * the most common counts.
     */
    private double frequency(Needed need) {
        int uses = vocabulary.uses(need.term());
        int most = Arrays.stream(need.members()).map(vocabulary::uses).max().orElse(0);
        return need.commonness() * (double) (uses + most);
    }
}
