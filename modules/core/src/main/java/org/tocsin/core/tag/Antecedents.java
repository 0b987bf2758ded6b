package org.tocsin.core.tag;

import java.util.List;

/**
 * Whom a pronoun at the start of a sentence means: the person, or the state or body, that the
 * sentence before began with. A sentence that begins with a pronoun itself leaves it as it was.
 */
record Antecedents(String person, String thing) {

    static final Antecedents NONE = new Antecedents(null, null);

    private static final int REACH = 8;

    /** Of the next sentence, after one from the word {@code first} with those names. */
    Antecedents after(Reading reading, List<Found> found, int first, Grammar grammar) {
        if (reading.is(first, grammar.pronounOfTeller)) {
            return this;
        }
        String person = null;
        String thing = null;
        for (Found name : found) {
            if (name.from() - first > REACH) {
                break;
            }
            if (name.from() > first && reading.is(name.from() - 1, grammar.noSubject)) {
                continue;
            }
            ActorType type = name.actor().type();
            if (type == ActorType.PERSON) {
                person = person == null ? name.actor().id() : person;
            } else if (type != ActorType.PLACE) {
                thing = thing == null ? name.actor().id() : thing;
            }
        }
        return new Antecedents(person, thing);
    }

    /** Whom that pronoun means; nobody where nobody is plain. */
    List<String> of(String pronoun) {
        boolean he = pronoun.equals("he") || pronoun.equals("she");
        String meant = he ? person : thing;
        return meant == null ? List.of() : List.of(meant);
    }
}
