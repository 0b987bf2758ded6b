package org.tocsin.core.tag;

/** The shape in which a word of a rule stands in a text. */
enum Form {
    BASE,
    THIRD,
    PAST,
    PARTICIPLE,
    GERUND,
    NOUN,
    PLAIN;

    boolean isVerb() {
        return this != NOUN && this != PLAIN;
    }
}
