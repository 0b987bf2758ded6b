package org.tocsin.core.tag;

/** The shape in which a word of a rule stands in a text. */
enum Form {
    BASE,
    THIRD,
    PAST,
    PARTICIPLE,
    GERUND,
    NOUN,
    PLAIN,
    /** The rest are forms of languages whose verbs say such things by their endings. */
    FUTURE,
    NEGATED,
    POSSIBLE,
    /** An order, or what ought to be done. */
    IMPERATIVE;

    boolean isVerb() {
        return this != NOUN && this != PLAIN;
    }
}
