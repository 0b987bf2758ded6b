package org.tocsin.core.tag;

import java.util.List;

/**
 * What a rule wants, or forbids, near its trigger: words, and names by what they name ({@code
 * #actor}, {@code #person}, {@code #place}, {@code #city}).
 */
record Context(WordSet words, boolean actor, boolean person, boolean place, boolean city) {

    static Context of(Phrases phrases, String text) {
        return new Context(
                phrases.set(text),
                text.contains("#actor"),
                text.contains("#person"),
                text.contains("#place"),
                text.contains("#city"));
    }

    /** One of them stands in {@code from} up to {@code to}, outside the trigger. */
    boolean isIn(Reading reading, List<Found> found, PhraseIndex.Hit<?> hit, int from, int to) {
        for (int i = from; i < to; i++) {
            if ((i < hit.from() || i >= hit.to()) && reading.is(i, words)) {
                return true;
            }
        }
        return (actor || person || place || city) && namesOne(found, hit, from, to);
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
            case PERSON -> person || actor;
            case PLACE -> city || place;
            case COUNTRY -> actor || place;
            default -> actor;
        };
    }
}
