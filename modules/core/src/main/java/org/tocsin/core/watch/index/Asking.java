package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.FieldText;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.query.Term;

/**
 * Asks an article which rules it answers. Holds what a thread needs to do so, and nothing of one
 * article that matters to the next.
 *
 * <p>Written for speed: an article has some hundred terms that rules ask for, and a thousand rules
 * may need one of them.
 */
public final class Asking {

    private final Marks marks = new Marks();
    private final Answers answers = new Answers(marks);

    /**
     * The rules that the article answers alone; of those over a story or a span of time all to
     * which it says anything. In no order.
     */
    public List<Rule> rules(RuleIndex index, Reading reading) {
        markTerms(index.vocabulary, reading);
        answers.begin(index.vocabulary, reading);
        var found = new ArrayList<Rule>();
        for (int i = 0; i < marks.count(); i++) {
            IntRow row = index.filed.get(marks.get(i));
            if (row != null) {
                collect(index, row, found);
            }
        }
        return found;
    }

    private void collect(RuleIndex index, IntRow row, List<Rule> found) {
        int[] entries = row.data;
        for (int i = 0; i < row.size; i += RuleIndex.ENTRY) {
            if (marks.has(entries[i + 1])
                    && marks.has(entries[i + 2])
                    && marks.has(entries[i + 3])) {
                Filed question = index.questions.get(entries[i] >> 1);
                if ((entries[i] & RuleIndex.WHOLE) != 0 || answers.answers(question)) {
                    collect(index, question, found);
                }
            }
        }
    }

    private static void collect(RuleIndex index, Filed question, List<Rule> found) {
        if (question.asker() != null) {
            found.add(question.asker());
            return;
        }
        IntRow askers = question.askers();
        for (int i = 0; i < askers.size; i++) {
            found.add(index.rules.get(askers.data[i]));
        }
    }

    private void markTerms(Vocabulary vocabulary, Reading reading) {
        marks.clear(vocabulary.termCount());
        TermTable.View terms = vocabulary.terms.view();
        markWords(vocabulary, terms, reading.title());
        markWords(vocabulary, terms, reading.text());
        for (ActorTag actor : reading.tags().actors()) {
            mark(terms, Term.Kind.ACTOR, actor.id());
            mark(terms, Term.Kind.TYPE, actor.type().id());
        }
        for (EventTag event : reading.tags().events()) {
            mark(terms, Term.Kind.TOPIC, event.topic());
            marks.mark(terms.find(Term.Kind.CLAIM.hash(event.topic(), event.modality().name())));
        }
        mark(terms, Term.Kind.LANGUAGE, reading.language());
        markSources(terms, reading.source());
        markWider(vocabulary.wider());
    }

    private void markWords(Vocabulary vocabulary, TermTable.View terms, FieldText field) {
        boolean beginnings = !vocabulary.beginnings.isEmpty();
        for (int i = 0; i < field.size(); i++) {
            marks.mark(terms.find(field.hash(i)));
            if (beginnings) {
                vocabulary.beginnings.find(field, i, terms, marks);
            }
        }
    }

    private void markSources(TermTable.View terms, String source) {
        mark(terms, Term.Kind.SOURCE, source);
        for (int dot = source.indexOf('.'); dot >= 0; dot = source.indexOf('.', dot + 1)) {
            mark(terms, Term.Kind.SOURCE, source.substring(dot + 1));
        }
    }

    /** What an article has with one of several; those that are marked here have nothing wider. */
    private void markWider(IntRow[] wider) {
        int single = marks.count();
        for (int i = 0; i < single; i++) {
            int term = marks.get(i);
            IntRow row = term < wider.length ? wider[term] : null;
            if (row != null) {
                for (int k = 0; k < row.size; k++) {
                    marks.mark(row.data[k]);
                }
            }
        }
    }

    private void mark(TermTable.View terms, Term.Kind kind, String text) {
        marks.mark(terms.find(kind.hash(text)));
    }
}
