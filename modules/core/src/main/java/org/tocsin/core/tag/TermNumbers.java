package org.tocsin.core.tag;

import java.util.Locale;

/**
 * The numbers of the terms that a {@link TopicModel} knows. What the stem of a word of the rules is
 * was worked out once: they are most of the words of a text.
 */
final class TermNumbers {

    static final String NUMBER = "#number";

    private static final ActorType[] TYPES = ActorType.values();

    private final Stemmer stemmer;
    private final Vocabulary terms;

    /** By a word's number in the vocabulary of the rules. */
    private final int[] ofWords;

    private final int ofNumber;
    private final int[] ofNames = new int[2 * TYPES.length];

    /**
     * @param terms holds all terms
     * @param words of the rules
     */
    TermNumbers(Stemmer stemmer, Vocabulary terms, Vocabulary words) {
        this.stemmer = stemmer;
        this.terms = terms;
        ofWords = new int[words.limit()];
        Stemmer own = stemmer.copy();
        for (int word = 1; word < ofWords.length; word++) {
            own.read(words.word(word));
            ofWords[word] = terms.of(own.hash());
        }
        ofNumber = terms.of(NUMBER);
        for (int kind = 0; kind < ofNames.length; kind++) {
            ofNames[kind] = terms.of(name(kind));
        }
    }

    Stemmer stemmer() {
        return stemmer.copy();
    }

    /** What kind of name it is, see {@link #name}. */
    static int kind(Found name) {
        return 2 * name.actor().type().ordinal() + (name.isAdjective() ? 1 : 0);
    }

    /** The term of such a name. */
    static String name(int kind) {
        String type = TYPES[kind / 2].name().toLowerCase(Locale.ROOT);
        return "#" + type + (kind % 2 == 1 ? "-adjective" : "");
    }

    /** Of a term in letters. */
    int ofTerm(String term) {
        return terms.of(term);
    }

    int ofName(int kind) {
        return ofNames[kind];
    }

    /** {@link Vocabulary#UNKNOWN} of a word that the model does not know. */
    int of(Reading reading, int word, Stemmer stemmer) {
        if (reading.isNumber(word)) {
            return ofNumber;
        }
        int code = reading.code(word);
        if (code != Vocabulary.UNKNOWN && code < ofWords.length) {
            return ofWords[code];
        }
        stemmer.read(reading.words, word);
        return terms.of(stemmer.hash());
    }
}
