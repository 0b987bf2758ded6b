package org.tocsin.core.tag;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a rule wants, or forbids, near its trigger: words, and names by what they name ({@code
 * #actor}, {@code #person}, {@code #place}, {@code #city}, {@code #group}: an armed group, {@code
 * #state}, {@code #body}: an organisation), and {@code #number}: a number in digits.
 */
record Context(WordSet words, Set<String> names, boolean number) {

    static Context of(Phrases phrases, String text) {
        var names = new HashSet<String>();
        for (String word : text.split("[\\s,]+")) {
            if (word.startsWith("#")) {
                names.add(word);
            }
        }
        boolean number = names.remove("#number");
        return new Context(phrases.set(text), Set.copyOf(names), number);
    }

    /** One of them stands in {@code from} up to {@code to}, apart from the trigger's own words. */
    boolean isIn(Reading reading, List<Found> found, PhraseIndex.Hit<?> hit, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!hit.owns(i) && (reading.is(i, words) || number && isNumber(reading.word(i)))) {
                return true;
            }
        }
        return !names.isEmpty() && namesOne(found, hit, from, to);
    }

    private boolean namesOne(List<Found> found, PhraseIndex.Hit<?> hit, int from, int to) {
        for (Found name : found) {
            boolean inside = name.from() < to && from < name.to();
            boolean apart = name.from() >= hit.to() || name.to() <= hit.from();
            if (inside && apart && wants(name.actor().type())) {
                return true;
            }
        }
        return false;
    }

    private boolean wants(ActorType type) {
        return switch (type) {
            case PERSON -> names.contains("#person") || names.contains("#actor");
            case PLACE -> names.contains("#city") || names.contains("#place");
            case COUNTRY ->
                    names.contains("#actor")
                            || names.contains("#place")
                            || names.contains("#state");
            case ARMED_GROUP -> names.contains("#actor") || names.contains("#group");
            case ORGANISATION -> names.contains("#actor") || names.contains("#body");
        };
    }

    private static boolean isNumber(String word) {
        return word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }
}
