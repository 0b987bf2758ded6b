package org.tocsin.core.tag;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.CommonWords;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.Role;
import org.tocsin.core.text.Fold;

/**
 * Heads of state and government whose surname many bear: it names them alone while they are in
 * office, or nearly, where the article names their country or a compatriot too ("Santos" beside
 * Colombia in 2014).
 */
final class Incumbents {

    private static final Set<String> OFFICES = Set.of("president", "prime minister", "chancellor");

    private final Map<String, List<Actor>> bySurname = new HashMap<>();
    private final WordSet surnames;

    Incumbents(Lexicon lexicon, Vocabulary vocabulary) {
        CommonWords common = CommonWords.shipped();
        for (Actor actor : lexicon.actors()) {
            String surname = Fold.fold(actor.name().substring(actor.name().lastIndexOf(' ') + 1));
            boolean alone = actor.name().indexOf(' ') < 0 || actor.name().indexOf('-') >= 0;
            if (!alone && !common.contains(surname) && isHead(actor)) {
                bySurname.computeIfAbsent(surname, key -> new ArrayList<>(1)).add(actor);
            }
        }
        surnames = WordSet.of(bySurname.keySet(), vocabulary);
    }

    private static boolean isHead(Actor actor) {
        return actor.roles().stream().anyMatch(role -> OFFICES.contains(role.office()));
    }

    /** Whom the word names on that day beside these names; null for nobody or more than one. */
    Actor at(Reading reading, int word, LocalDate day, List<NameHits> article) {
        if (!reading.isCapital(word) || !reading.is(word, surnames)) {
            return null;
        }
        Actor only = null;
        for (Actor actor : bySurname.get(reading.word(word))) {
            String country = countryOn(actor, day);
            if (country != null && isNamed(country, article)) {
                if (only != null) {
                    return null;
                }
                only = actor;
            }
        }
        return only;
    }

    /** The country that the person heads then, or does within a year; null for none. */
    private static String countryOn(Actor actor, LocalDate day) {
        for (Role role : actor.roles()) {
            if (OFFICES.contains(role.office())
                    && (role.isHeldOn(day)
                            || role.isHeldOn(day.minusYears(1))
                            || role.isHeldOn(day.plusYears(1)))) {
                return role.of();
            }
        }
        return null;
    }

    private static boolean isNamed(String country, List<NameHits> article) {
        for (NameHits hits : article) {
            for (int i = 0; i < hits.size(); i++) {
                NameIndex.Hit hit = hits.at(i);
                if (hit != null && isOf(hit.names().get(0), country)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOf(Name name, String country) {
        return country.equals(name.actor().country()) || country.equals(name.actor().id());
    }
}
