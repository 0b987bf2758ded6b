package org.tocsin.core.tag;

import java.util.HashSet;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Fold;

/** The first names of all people of a lexicon: what they share with people that it has not. */
final class GivenNames {

    /** Endings of cases that a name may have lost or gained: {@code Ивана}, {@code Сергеем}. */
    private static final int LONGEST_ENDING = 2;

    private static final int SHORTEST_STEM = 3;

    private final Lexicon lexicon;

    /** What people are called in the languages we read, whether or not somebody of note is. */
    private final Set<String> common;

    /** Gathered when first asked for: many processes never ask. */
    private volatile Set<String> names;

    GivenNames(Lexicon lexicon, Set<String> common) {
        this.lexicon = lexicon;
        this.common = common;
    }

    /** Whether the folded word, or what case endings leave of it, is somebody's first name. */
    boolean has(String word) {
        Set<String> known = names == null ? gather() : names;
        int ending = word.charAt(0) < NonLatin.FIRST_SCRIPT ? 0 : LONGEST_ENDING;
        for (int cut = 0; cut <= ending && word.length() - cut >= SHORTEST_STEM; cut++) {
            if (known.contains(word.substring(0, word.length() - cut))) {
                return true;
            }
        }
        return known.contains(word);
    }

    /** Whether the folded word as it stands is somebody's first name. */
    boolean isOne(String word) {
        return (names == null ? gather() : names).contains(word);
    }

    private Set<String> gather() {
        var gathered = new HashSet<String>(common);
        for (Actor actor : lexicon.actors()) {
            if (actor.type() == ActorType.PERSON) {
                for (String name : actor.names()) {
                    addFirst(name, gathered);
                }
            }
        }
        names = gathered;
        return gathered;
    }

    private static void addFirst(String name, Set<String> into) {
        int blank = name.indexOf(' ');
        if (blank < SHORTEST_STEM) {
            return;
        }
        String first = Fold.fold(name.substring(0, blank));
        into.add(first);
        if (first.charAt(0) >= NonLatin.FIRST_SCRIPT
                && first.charAt(0) < NonLatin.FIRST_WITHOUT_CASES
                && first.length() > SHORTEST_STEM + 1) {
            into.add(first.substring(0, first.length() - 1));
        }
    }
}
