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
    private int[] sifted = {};

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

    /** Nearly all fail at their first term, so that is looked at by itself. */
    private void collect(RuleIndex index, IntRow row, List<Rule> found) {
        int[] entries = row.data;
        long[] has = marks.bits();
        for (int i = 0; i < row.size; i += Entries.SIZE) {
            int next = entries[i + 1];
            if ((has[next >> 6] >>> next & 1) != 0
                    && marks.has(entries[i + 2])
                    && marks.has(entries[i + 3])) {
                collect(index, entries[i], found);
            }
        }
    }

    private void collect(RuleIndex index, int head, List<Rule> found) {
        int number = head >> Entries.FLAGS;
        switch (head & Entries.KIND) {
            case Entries.SOLE -> found.add(index.rules.get(number));
            case Entries.GROUP -> collect(index, index.groups.get(number), found);
            default -> {
                Filed question = index.questions.get(number);
                if (question.isWhole() || answers.answers(question)) {
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
        int size = field.size();
        if (sifted.length < size) {
            sifted = new int[size * 5 / 4];
        }
        long[] hashes = field.hashes();
        int kept = terms.sift(hashes, size, sifted);
        for (int i = 0; i < kept; i++) {
            marks.mark(terms.find(hashes[sifted[i]]));
        }
        if (!vocabulary.beginnings.isEmpty()) {
            for (int i = 0; i < size; i++) {
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
