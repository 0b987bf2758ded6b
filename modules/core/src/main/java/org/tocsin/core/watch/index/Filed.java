package org.tocsin.core.watch.index;

import org.tocsin.core.watch.Question;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.query.Program;

/**
 * A question in its place.
 *
 * @param clauses by the question's own numbers those of the {@link Vocabulary}; none where one
 *     article answers alone
 * @param program asks by the numbers of the vocabulary
 * @param term under which it is filed
 * @param head by which it is filed there, see {@link Entries}
 * @param terms by which as well
 * @param askers the places of the rules that ask it
 * @param asker the rule where there is one, as nearly always; else null
 */
record Filed(
        Question question,
        int[] clauses,
        Program program,
        int term,
        int head,
        int[] terms,
        IntRow askers,
        Rule asker) {

    Filed askedBy(int newHead, IntRow rules, Rule only) {
        return new Filed(question, clauses, program, term, newHead, terms, rules, only);
    }

    boolean isWhole() {
        return (head & Entries.WHOLE) != 0;
    }
}
