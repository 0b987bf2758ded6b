package org.tocsin.core.tag;

import java.util.List;
import java.util.Set;

/**
 * Whom a pronoun at the start of a sentence means: the person, or the state or body, that the
 * sentence before began with; and which group, if it named one alone. A sentence that begins with a
 * pronoun itself leaves it as it was.
 */
record Antecedents(String person, String thing, String group) {

    static final Antecedents NONE = new Antecedents(null, null, null);

    private static final int REACH = 8;

    private static final Set<String> HE = Set.of("he", "she", "his", "her");

    /** Of the next sentence, after one from the word {@code first} with those names. */
    Antecedents after(Reading reading, List<Found> found, int first, Grammar grammar) {
        if (reading.is(first, grammar.pronounOfTeller)) {
            return this;
        }
        String person = null;
        String thing = null;
        String group = groupIn(found);
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
        return new Antecedents(
                person, thing, group == null && found.isEmpty() ? this.group : group);
    }

    /** Null where there are several, of which it may be any. */
    private static String groupIn(List<Found> found) {
        String group = null;
        for (Found name : found) {
            if (name.actor().type() == ActorType.ARMED_GROUP) {
                String id = name.actor().id();
                if (group != null && !group.equals(id)) {
                    return null;
                }
                group = id;
            }
        }
        return group;
    }

    /** "The group later fired". */
    List<String> ofGroup() {
        return group == null ? List.of() : List.of(group);
    }

    /** Whom that pronoun means; nobody where nobody is plain. */
    List<String> of(String pronoun) {
        boolean he = HE.contains(pronoun);
        String meant = he ? person : thing;
        return meant == null ? List.of() : List.of(meant);
    }
}
