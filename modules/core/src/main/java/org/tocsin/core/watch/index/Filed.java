package org.tocsin.core.watch.index;

import org.tocsin.core.watch.Question;

/**
 * A question in its place.
 *
 * @param clauses by the question's own numbers those of the {@link Vocabulary}
 * @param term under which it is filed
 * @param rules the places of the rules that ask it
 */
record Filed(Question question, int[] clauses, int term, IntRow rules) {

    Filed askedBy(IntRow others) {
        return new Filed(question, clauses, term, others);
    }
}
