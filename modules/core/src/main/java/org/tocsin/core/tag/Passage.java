package org.tocsin.core.tag;

import java.util.List;

/**
 * One sentence with all that is known of it before its events are read: the names found, its
 * clauses, its cues, whom its first pronoun means, the article's year, and the capitals that stand
 * for states.
 */
record Passage(
        Grammar grammar,
        Verbs verbs,
        Reading reading,
        List<Found> found,
        Clauses clauses,
        Cues cues,
        Antecedents antecedents,
        NewsYear year,
        States states) {

    int first() {
        return clauses.first;
    }

    int end() {
        return clauses.end;
    }

    boolean is(int word, WordSet set) {
        return reading.is(word, set);
    }

    boolean is(int word, String folded) {
        return reading.is(word, folded);
    }

    Form form(int word) {
        return grammar.form(reading.code(word));
    }

    /** Some name holds the word: "States" is no verb in "the United States". */
    boolean isInName(int word) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).from() <= word && word < found.get(i).to()) {
                return true;
            }
        }
        return false;
    }

    /** "Peru: Crowd storms town hall": the sentence opens with where, not with who. */
    boolean isHeading(Found name) {
        ActorType type = name.actor().type();
        return name.from() == first()
                && (type == ActorType.COUNTRY || type == ActorType.PLACE)
                && reading.hasAfter(name.to() - 1, Between.COLON);
    }

    /** A name ends right before that word. */
    boolean isNameBefore(int word) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).to() == word) {
                return true;
            }
        }
        return false;
    }

    /** After such a word ("the", "heavy") a word that may be a verb is a noun. */
    boolean readsAsNoun(int word) {
        return word > first() && reading.is(word - 1, grammar.beforeNoun);
    }

    /** Somebody in the sentence tells what it says, apart from that word. */
    boolean isTold(int except) {
        for (int i = first(); i < end(); i++) {
            if (i != except && (reading.is(i, grammar.speech) || reading.is(i, grammar.demand))) {
                return true;
            }
        }
        return false;
    }
}
