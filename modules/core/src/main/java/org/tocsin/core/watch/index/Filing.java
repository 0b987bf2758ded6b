package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.Collection;
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

    /** So many terms at least are looked at before a question: one, or a pair, and the others. */
    private static final int MOST_NEEDS = Entries.SIZE;

    final Vocabulary vocabulary;
    final Paged.Edit<IntRow> filed;
    final Entries entries;
    final Paged.Edit<Filed> questions;
    final Paged.Edit<Rule> rules;
    int size;
    int changes;

    Filing() {
        vocabulary = new Vocabulary();
        filed = Paged.<IntRow>empty().edit();
        entries = new Entries(Paged.<IntRow>empty().edit(), 0);
        questions = Paged.<Filed>empty().edit();
        rules = Paged.<Rule>empty().edit();
    }

    Filing(RuleIndex from, int changes) {
        vocabulary = from.vocabulary;
        filed = from.filed.edit();
        entries = new Entries(from.groups.edit(), from.groupCount);
        questions = from.questions.edit();
        rules = from.rules.edit();
        size = from.size();
        this.changes = changes;
    }

    void put(Collection<Rule> changed) {
        Map<Integer, Fresh> fresh = new LinkedHashMap<>();
        for (Rule rule : changed) {
            int number = vocabulary.number(rule.asks());
            if (questions.get(number) == null && !fresh.containsKey(number)) {
                fresh.put(number, fresh(number, rule));
            }
        }
        // All are counted before the first is filed: what many ask for is under what few ask for.
        fresh.values().forEach(this::file);
        for (Rule rule : changed) {
            put(rule);
        }
    }

    private void put(Rule rule) {
        remove(rule.id());
        int number = vocabulary.number(rule.asks());
        if (questions.get(number) == null) {
            file(fresh(number, rule));
        }
        int place = vocabulary.place(rule.id());
        Filed question = questions.get(number);
        rules.set(place, rule.asking(question.question()));
        questions.set(number, askedBy(number, question, question.askers().with(place)));
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
            questions.set(number, askedBy(number, question, left));
            return;
        }
        questions.set(number, null);
        IntRow row = filed.get(question.term());
        filed.set(question.term(), entries.without(row, question.head(), question.terms()));
    }

    private Filed askedBy(int number, Filed question, IntRow askers) {
        Rule only = askers.size == 1 ? rules.get(askers.data[0]) : null;
        int head = head(number, question.isWhole(), only == null ? -1 : askers.data[0]);
        if (head != question.head()) {
            IntRow row = filed.get(question.term());
            filed.set(
                    question.term(),
                    entries.replacing(row, question.head(), head, question.terms()));
        }
        return question.askedBy(head, askers, only);
    }

    /** {@code only} is the place of its rule, or -1 if there are several. */
    private static int head(int number, boolean whole, int only) {
        if (whole && only >= 0) {
            return only << Entries.FLAGS | Entries.SOLE;
        }
        return number << Entries.FLAGS | (whole ? Entries.WHOLE : 0);
    }

    /** A question that is not filed yet, with the place of the first rule that asks it. */
    private record Fresh(int number, int asker, List<Needed> needs) {}

    private Fresh fresh(int number, Rule asker) {
        return new Fresh(number, vocabulary.place(asker.id()), needs(vocabulary.question(number)));
    }

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

    private void file(Fresh fresh) {
        int number = fresh.number();
        Question question = vocabulary.question(number);
        int head = head(number, isWhole(question, fresh.needs().size()), fresh.asker());
        var place = FilingPlace.of(fresh.needs(), vocabulary);
        IntRow row = filed.get(place.term());
        IntRow before = row == null ? IntRow.EMPTY : row;
        filed.set(place.term(), entries.with(before, head, place.others()));
        int[] clauses =
                question.scope().isOneArticle()
                        ? NONE
                        : question.clauses().stream().mapToInt(vocabulary::number).toArray();
        Program program = Program.of(question.query(), vocabulary::number);
        questions.set(
                number,
                new Filed(
                        question,
                        clauses,
                        program,
                        place.term(),
                        head,
                        place.others(),
                        IntRow.EMPTY,
                        null));
    }

    /** Nothing but a conjunction of clauses that are as good as the terms they need. */
    private static boolean isWhole(Question question, int needs) {
        return question.scope().kind() == Scope.Kind.ARTICLE
                && needs <= MOST_NEEDS
                && (question.query() instanceof Clause clause
                        ? clause.isItsNeed()
                        : question.query() instanceof Query.And and
                                && and.parts().stream()
                                        .allMatch(p -> p instanceof Clause c && c.isItsNeed()));
    }
}
