package org.tocsin.core.tag;

/**
 * A capital in the languages beside English that write Latin letters: it is its state where a deed
 * follows ("Berlin zögert", "Alger s'inquiète"), in Turkish where no case ending does, and behind
 * words such as "contre" and "laut". Held by a preposition of place it is the place.
 */
final class CapitalAbroad {

    private final WordSet placed;
    private final WordSet dealt;
    private final WordSet noDeed;
    private final WordSet auxiliary;
    private final WordSet passive;
    private final WordSet reflexive;
    private final WordSet turkishOfState;

    CapitalAbroad(Phrases phrases) {
        placed = phrases.wordsOf("placed-abroad");
        dealt = phrases.wordsOf("dealt-abroad");
        noDeed = phrases.wordsOf("no-deed-abroad");
        auxiliary = phrases.wordsOf("auxiliary-abroad");
        passive = phrases.wordsOf("passive-abroad");
        reflexive = phrases.wordsOf("reflexive-abroad");
        turkishOfState = phrases.wordsOf("turkish-of-state");
    }

    boolean standsForState(NameHits hits, int from, int to, int first, int end) {
        Reading reading = hits.reading;
        if (from > first && reading.blankAfter(from - 1) && reading.is(from - 1, dealt)) {
            return true;
        }
        boolean isHeld =
                from > first
                        && reading.is(from - 1, placed)
                        && !reading.hasAfter(from - 1, Between.COMMA | Between.STOP);
        if (isHeld || to >= end) {
            return false;
        }
        if (!reading.blankAfter(to - 1)) {
            // Turkish sets its cases behind an apostrophe.
            return reading.is(to, turkishOfState) && !reading.hyphenAfter(to - 1) && hits.turkish;
        }
        if (reading.commaAfter(to - 1)) {
            return hits.turkish && from == first;
        }
        return acts(reading, to, end);
    }

    /** A small word follows that may be a verb. */
    private boolean acts(Reading reading, int at, int end) {
        if (reading.isCapital(at) || reading.isNumber(at)) {
            return false;
        }
        if (reading.is(at, auxiliary)) {
            return at + 1 < end && !reading.is(at + 1, passive) && !reading.is(at + 1, noDeed);
        }
        if (reading.is(at, reflexive)) {
            return true;
        }
        return !reading.is(at, noDeed) && reading.words.end(at) - reading.words.start(at) > 2;
    }
}
