package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.NameIndex;

/**
 * Tells what bears an actor's whole name and is none: ships and prizes, animals and private people
 * called after leaders, towns called after the world's cities.
 */
final class Impostors {

    /** How far behind a name the words go that say what it is. */
    private static final int REACH = 8;

    private final Names names;
    private final NameHits hits;
    private final Reading reading;
    private final int first;
    private final int end;

    Impostors(Names names, NameHits hits, int first, int end) {
        this.names = names;
        this.hits = hits;
        this.reading = hits.reading;
        this.first = first;
        this.end = end;
    }

    boolean isOne(Actor actor, int from, int to) {
        return switch (actor.type()) {
            case PERSON ->
                    isSomeMister(from)
                            || isWarship(from)
                            || isPrivate(actor, to)
                            || isCalledAfter(to)
                            || names.calledAfter.isPrivate(reading, to, end);
            case COUNTRY, PLACE ->
                    isShip(from) || isOfOtherTrade(to) || isAged(to) || isAmerican(from, to);
            default -> false;
        };
    }

    /** Somebody of another trade, or who is told by age and home. */
    boolean isPrivate(Actor actor, int to) {
        return isOfOtherTrade(to) || !actor.roles().isEmpty() && isFromSomewhere(to);
    }

    /** "Tony Blair, 52, from Crewe": nobody says so of whom all know. */
    private boolean isFromSomewhere(int to) {
        return to + 2 < end
                && isAged(to)
                && (reading.is(to + 1, "from") || reading.is(to + 1, "of"))
                && reading.isCapital(to + 2)
                && !isCountry(to + 2);
    }

    private boolean isCountry(int word) {
        NameIndex.Hit hit = hits.at(word);
        return hit != null && hit.names().get(0).actor().type() == ActorType.COUNTRY;
    }

    /** "the Reagan library", "Ariel Sharon Park". */
    private boolean isCalledAfter(int to) {
        return to < end
                && reading.blankAfter(to - 1)
                && (reading.is(to, names.museum)
                        || reading.isCapital(to) && reading.is(to, names.namedThing));
    }

    /** "a Mrs Merkel of Norwich", "Mr and Mrs Modi", "the elder Assad". */
    private boolean isSomeMister(int from) {
        if (from > first && reading.is(from - 1, "elder")) {
            return true;
        }
        if (from - 3 >= first
                && reading.is(from - 1, names.honorific)
                && reading.is(from - 2, "and")
                && reading.is(from - 3, names.honorific)) {
            return true;
        }
        return from - 2 >= first
                && reading.is(from - 1, names.honorific)
                && reading.is(from - 2, "a")
                && reading.blankAfter(from - 1);
    }

    /** "the USS Carney". */
    private boolean isWarship(int from) {
        return from > first
                && reading.is(from - 1, names.warship)
                && reading.isAllCapitals(from - 1)
                && reading.blankAfter(from - 1);
    }

    /** "Miss Finland", "the SS Lebanon", "Star of Syria". */
    private boolean isShip(int from) {
        if (from <= first || !reading.blankAfter(from - 1)) {
            return false;
        }
        if (isWarship(from)) {
            return true;
        }
        if (reading.is(from - 1, names.ship)) {
            return reading.isCapital(from - 1);
        }
        return from - 2 >= first
                && reading.is(from - 1, "of")
                && reading.is(from - 2, names.shipOf)
                && reading.isCapital(from - 2);
    }

    /** "Putin, a three-year-old ginger tom", "Assad, 44, a joiner". */
    private boolean isOfOtherTrade(int to) {
        if (to >= end || !reading.commaAfter(to - 1)) {
            return false;
        }
        int at = reading.isNumber(to) && reading.commaAfter(to) ? to + 1 : to;
        if (at >= end || !reading.is(at, "a") && !reading.is(at, "an") && !reading.is(at, "the")) {
            return false;
        }
        for (int i = at + 1; i < Math.min(end, at + REACH); i++) {
            if (reading.is(i, names.pastOffice)) {
                return false;
            }
            if (reading.is(i, names.notLeader)) {
                return true;
            }
            if (reading.commaAfter(i)) {
                return false;
            }
        }
        return false;
    }

    /** "Sudan, 45, the last of his kind": no land is given an age. */
    private boolean isAged(int to) {
        return to < end
                && reading.commaAfter(to - 1)
                && reading.isNumber(to)
                && reading.words.end(to) - reading.words.start(to) == 2
                && reading.commaAfter(to);
    }

    /** "Aleppo, Maine, does not exist, but Palmyra does". */
    private boolean isAmerican(int from, int to) {
        if (to - from > 1 || !reading.is(from, names.americanNamesake)) {
            return false;
        }
        for (int i = first; i < end; i++) {
            NameIndex.Hit hit = hits.at(i);
            int after = hit == null ? end : i + hit.words();
            if (after < end
                    && reading.commaAfter(after - 1)
                    && reading.isCapital(after)
                    && reading.is(after, names.americanState)) {
                return true;
            }
        }
        return false;
    }
}
