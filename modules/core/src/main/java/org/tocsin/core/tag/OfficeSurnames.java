package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Fold;

/**
 * What everybody who holds an office is called without a first name, in all scripts that part words
 * by blanks. Many of these surnames name nobody alone, but do so behind the office: see {@link
 * OfficeBefore}.
 */
final class OfficeSurnames {

    /** The words of a surname, folded, and whose it is. */
    record Surname(Actor bearer, List<String> words) {}

    private final Lexicon lexicon;

    /** By their first words. Gathered when first asked for: many processes never ask. */
    private volatile Map<String, List<Surname>> surnames;

    OfficeSurnames(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** Those that begin with that word. */
    List<Surname> from(String word) {
        Map<String, List<Surname>> known = surnames == null ? gather() : surnames;
        return known.getOrDefault(word, List.of());
    }

    private Map<String, List<Surname>> gather() {
        var gathered = new HashMap<String, List<Surname>>();
        for (Actor actor : lexicon.actors()) {
            if (actor.type() == ActorType.PERSON && !actor.roles().isEmpty()) {
                actor.names().forEach(name -> add(actor, name, gathered));
            }
        }
        surnames = gathered;
        return gathered;
    }

    /** "Arancha González Laya" is González Laya, and Laya. */
    private static void add(Actor actor, String name, Map<String, List<Surname>> into) {
        if (name.charAt(0) >= SurnameReader.FIRST_EASTERN) {
            return;
        }
        List<String> words = List.of(Fold.fold(name).split("[ -]"));
        for (int i = 1; i < words.size(); i++) {
            var surname = new Surname(actor, words.subList(i, words.size()));
            List<Surname> there = into.computeIfAbsent(words.get(i), word -> new ArrayList<>(1));
            if (!there.contains(surname)) {
                there.add(surname);
            }
        }
    }
}
