package org.tocsin.core.tag;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule wants, or forbids, near its trigger: words, and names by what they name ({@code
 * #actor}, {@code #person}, {@code #place}, {@code #city}, {@code #group}: an armed group, {@code
 * #state}, {@code #body}: an organisation), {@code #number}: a number in digits, and {@code
 * #stranger}: a full name that the lexicon does not know.
 */
record Context(WordSet words, Set<ActorType> names, boolean number, boolean stranger) {

    static Context of(Phrases phrases, String text) {
        var names = new HashSet<String>();
        for (String word : text.split("[\\s,]+")) {
            if (word.startsWith("#")) {
                names.add(word);
            }
        }
        boolean number = names.remove("#number");
        boolean stranger = names.remove("#stranger");
        var types = EnumSet.noneOf(ActorType.class);
        for (ActorType type : ActorType.values()) {
            if (!Collections.disjoint(names, namesOf(type))) {
                types.add(type);
            }
        }
        return new Context(phrases.set(text), types, number, stranger);
    }

    /** One of them stands in {@code from} up to {@code to}, apart from the trigger's own words. */
    boolean isIn(Reading reading, List<Found> found, PhraseIndex.Hit<?> hit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!hit.owns(i) && (reading.is(i, words) || number && reading.isNumber(i))) {
                return true;
            }
        }
        return !names.isEmpty() && namesOne(found, hit, from, to)
                || stranger && namesStranger(reading, hit, from, to);
    }

    /** "Jan Kowalczuk": two words with capitals, in a sentence where not every word has one. */
    private static boolean namesStranger(
            Reading reading, PhraseIndex.Hit<?> hit, int from, int to) {
        if (reading.isTitleCase(from, to)) {
            return false;
        }
        for (int i = from + 1; i < to; i++) {
            if (!hit.owns(i)
                    && !hit.owns(i - 1)
                    && reading.isCapital(i - 1)
                    && reading.isCapital(i)
                    && reading.blankAfter(i - 1)) {
                return true;
            }
        }
        return false;
    }

    private boolean namesOne(List<Found> found, PhraseIndex.Hit<?> hit, int from, int to) {
        for (int i = 0; i < found.size(); i++) {
            Found name = found.get(i);
            boolean inside = name.from() < to && from < name.to();
            boolean apart = name.from() >= hit.to() || name.to() <= hit.from();
            if (inside && apart && names.contains(name.actor().type())) {
                return true;
            }
        }
        return false;
    }

    /** What a rule may call such an actor. */
    private static Set<String> namesOf(ActorType type) {
        return switch (type) {
            case PERSON -> Set.of("#person", "#actor");
            case PLACE -> Set.of("#city", "#place");
            case COUNTRY -> Set.of("#actor", "#place", "#state");
            case ARMED_GROUP -> Set.of("#actor", "#group");
            case ORGANISATION -> Set.of("#actor", "#body");
        };
    }
}
