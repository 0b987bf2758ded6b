package org.tocsin.core.tag;

/**
 * Which words part a sentence into clauses or say something of the clause that they stand in, as
 * bits: nearly all words do neither, and one look tells.
 */
final class Joints {

    /** Opens a relative clause ("which"). */
    static final int RELATIVE = 1;

    /** Opens a clause wherever it stands ("because"). */
    static final int OPENER = 1 << 1;

    /** May open one ("and", "as", "since"). */
    static final int MAYBE = 1 << 2;

    static final int CONDITION = 1 << 3;
    static final int UNTIL = 1 << 4;

    private final int[] bits;

    Joints(Phrases phrases) {
        WordSet relative = phrases.wordsOf("relative");
        WordSet opener = phrases.wordsOf("clause-opener");
        WordSet maybe = phrases.wordsOf("clause-joint");
        WordSet condition = phrases.wordsOf("condition");
        WordSet until = phrases.wordsOf("until");
        bits = new int[phrases.vocabulary.limit()];
        for (int word = 0; word < bits.length; word++) {
            bits[word] =
                    (relative.has(word) ? RELATIVE : 0)
                            | (opener.has(word) ? OPENER : 0)
                            | (maybe.has(word) ? MAYBE : 0)
                            | (condition.has(word) ? CONDITION : 0)
                            | (until.has(word) ? UNTIL : 0);
        }
    }

    int of(int word) {
        return word < bits.length ? bits[word] : 0;
    }
}
