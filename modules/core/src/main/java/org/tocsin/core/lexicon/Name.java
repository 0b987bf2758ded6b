package org.tocsin.core.lexicon;

import org.tocsin.core.tag.ActorType;

/**
 * One way to name an actor. {@code acronym}: the name is written in capitals throughout, so in a
 * text it must be as well ({@code US} is not {@code us}). {@code capital}: some word of it must
 * start with a capital letter, which holds for all names in scripts that have capitals.
 */
public record Name(Actor actor, NameKind kind, boolean acronym, boolean capital) {

    /** A person's short name that is enough alone. */
    boolean isSurname() {
        return kind == NameKind.ALIAS && actor.type() == ActorType.PERSON;
    }

    static Name of(Actor actor, NameKind kind, String spelling) {
        int letters = 0;
        int capitals = 0;
        for (int i = 0; i < spelling.length(); i++) {
            char c = spelling.charAt(i);
            if (Character.isLetter(c)) {
                letters++;
                capitals += Character.isUpperCase(c) ? 1 : 0;
            }
        }
        return new Name(
                actor, kind, letters > 1 && letters <= 6 && capitals == letters, capitals > 0);
    }
}
