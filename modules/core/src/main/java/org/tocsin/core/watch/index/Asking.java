package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Reading;

/**
 * Asks an article which rules it answers. Holds what a thread needs to do so, and nothing of one
 * article that matters to the next.
 *
 * <p>Written for speed: an article has some dozen tags and a hundred words that rules ask for, and
 * a thousand rules may need one of them. Its words are looked up only when a rule is met that needs
 * one and has all else, or if rules are filed under words.
 */
public final class Asking {

    private final ArticleTerms terms = new ArticleTerms();
    private final Answers answers = new Answers(terms);

    /**
     * The rules that the article answers alone; of those over a story or a span of time all to
     * which it says anything. In no order.
     */
    public List<Rule> rules(RuleIndex index, Reading reading) {
        terms.begin(index.vocabulary, reading);
        answers.begin(index.vocabulary, reading);
        var found = new ArrayList<Rule>();
        int tags = terms.tagCount();
        for (int i = 0; i < tags; i++) {
            collectUnder(index, terms.get(i), found);
        }
        for (int i = 0; i < terms.pairCount(); i++) {
            collectUnder(index, terms.pair(i), found);
        }
        if (index.vocabulary.filesWords()) {
            terms.lookUpWords();
            for (int i = tags; i < terms.count(); i++) {
                collectUnder(index, terms.get(i), found);
            }
        }
        return found;
    }

    private void collectUnder(RuleIndex index, int term, List<Rule> found) {
        IntRow row = index.filed.get(term);
        if (row != null) {
            collect(index, row, found);
        }
    }

    /** Nearly all fail at their first term, so that is looked at by itself. */
    private void collect(RuleIndex index, IntRow row, List<Rule> found) {
        int[] entries = row.data;
        for (int i = 0; i < row.size; i += Entries.SIZE) {
            if (terms.has(entries[i + 1])
                    && terms.has(entries[i + 2])
                    && terms.has(entries[i + 3])) {
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
}
