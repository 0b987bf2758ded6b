package org.tocsin.core.tag;

import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;

/** Tells a capital as a place ("in Moscow") from one that stands for its state ("Moscow said"). */
final class Metonyms {

    /** How many names of a list may stand between a capital and its verb. */
    private static final int LONGEST_LIST = 3;

    private static final int REACH_OF_GIFT = 8;
    private static final int LONGEST_ASIDE = 4;

    private final Lexicon lexicon;
    private final WordSet locative;
    private final WordSet locativeAbroad;
    private final WordSet dialogue;
    private final WordSet attacked;
    private final WordSet placeNoun;
    private final WordSet statePreposition;
    private final WordSet ofState;
    private final WordSet afterCapital;
    private final WordSet actsAfterBe;
    private final WordSet pressesOn;
    private final WordSet addresses;
    private final WordSet gives;
    private final WordSet conjunction;
    private final WordSet weekday;
    private final WordSet speech;
    private final WordSet fromState;
    private final WordSet heldBehind;
    private final WordSet visitedBehind;
    private final WordSet placedBehind;
    private final WordSet compoundOfState;
    private final WordSet seated;
    private final CapitalAbroad abroad;

    Metonyms(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        locative = phrases.wordsOf("locative");
        locativeAbroad = phrases.wordsOf("locative-abroad");
        dialogue = phrases.wordsOf("dialogue");
        attacked = phrases.wordsOf("attack-participle");
        placeNoun = phrases.wordsOf("place-noun");
        statePreposition = phrases.wordsOf("state-preposition");
        ofState = phrases.wordsOf("of-state");
        afterCapital = phrases.wordsOf("after-capital");
        actsAfterBe = phrases.wordsOf("acts-after-be");
        pressesOn = phrases.wordsOf("presses-on");
        addresses = phrases.wordsOf("addresses");
        gives = phrases.wordsOf("gives");
        conjunction = phrases.wordsOf("conjunction");
        weekday = phrases.wordsOf("weekday");
        speech = phrases.wordsOf("teller-verb");
        fromState = phrases.wordsOf("from-state");
        heldBehind = phrases.wordsOf("held-behind");
        visitedBehind = phrases.wordsOf("visited-behind");
        placedBehind = phrases.wordsOf("placed-behind");
        compoundOfState = phrases.wordsOf("compound-of-state");
        seated = phrases.wordsOf("seated");
        abroad = new CapitalAbroad(phrases);
    }

    boolean speaks(Reading reading, int word) {
        return reading.is(word, dialogue);
    }

    /** The capital itself, or the state that it speaks for here; other actors as they are. */
    Actor placeOrState(Actor actor, NameHits hits, int from, int to, int first, int end) {
        if (actor.capitalOf() == null) {
            return actor;
        }
        if (hits.reading.isNonLatin(from) && NonLatin.locates(hits.reading.word(from), actor)) {
            return actor;
        }
        Actor state = lexicon.byId(actor.capitalOf()).orElse(actor);
        return new Capital(hits, from, to, first, end).standsForState() ? state : actor;
    }

    /** "at the Kremlin", "in Moscow". */
    boolean isPlacedAt(Reading reading, int from, int first) {
        int before = from - 1;
        if (before >= first && reading.is(before, "the")) {
            before--;
        }
        return before >= first
                && (reading.is(before, locative) || reading.is(before, locativeAbroad))
                && reading.blankAfter(before);
    }

    /** One capital, from the word {@code from} up to {@code to}, in its sentence. */
    private final class Capital {

        private final NameHits hits;
        private final Reading reading;
        private final int from;
        private final int to;
        private final int first;
        private final int end;

        Capital(NameHits hits, int from, int to, int first, int end) {
            this.hits = hits;
            this.reading = hits.reading;
            this.from = from;
            this.to = to;
            this.first = first;
            this.end = end;
        }

        boolean standsForState() {
            if (reading.isNonLatin(from)) {
                return !isPlacedAt(reading, from, first)
                        && !isVisited()
                        && !(to < end
                                && reading.blankAfter(to - 1)
                                && (reading.is(to, heldBehind) || reading.is(to, placedBehind)));
            }
            if (hits.abroad) {
                return abroad.standsForState(hits, from, to, first, end);
            }
            if (reading.hyphenAfter(to - 1) && to < end && reading.is(to, compoundOfState)) {
                return true;
            }
            if (from > first && reading.is(from - 1, "to") && isGivenTo()) {
                return true;
            }
            if (isSender()) {
                return true;
            }
            if (isPlacedAt(reading, from, first)) {
                return isSeatedHere();
            }
            if (from > first && reading.is(from - 1, "of")) {
                return from - 2 >= first && reading.is(from - 2, ofState);
            }
            if (from > first && reading.is(from - 1, "official")) {
                return true;
            }
            if (to < end && reading.is(to, "s") && !reading.blankAfter(to - 1)) {
                return to + 1 < end && !reading.is(to + 1, placeNoun);
            }
            return isSubject(to, LONGEST_LIST) || isHeld();
        }

        /** {@code カブールを訪れた}, {@code 바그다드를 방문했다}. */
        private boolean isVisited() {
            return to < end && reading.is(to, visitedBehind)
                    || to + 1 < end && reading.is(to, "を") && reading.is(to + 1, visitedBehind);
        }

        /** "accused Kigali", "with Moscow", "sanctions on Minsk", "between Moscow and Ankara". */
        private boolean isHeld() {
            if (from <= first) {
                return false;
            }
            int before = from - 1;
            if (reading.is(before, statePreposition)) {
                return true;
            }
            if (reading.is(before, addresses)) {
                return !(to < end && reading.is(to, placeNoun));
            }
            if (reading.is(before, "on")) {
                return isPressed(before - 1);
            }
            return reading.is(before, conjunction) && (isBetween() || isListed(before));
        }

        /** "the Defence Ministry in Moscow reported". */
        private boolean isSeatedHere() {
            return from - 2 >= first
                    && reading.is(from - 1, "in")
                    && reading.is(from - 2, seated)
                    && to < end
                    && reading.blankAfter(to - 1)
                    && acts(to);
        }

        /** "a proposal from Doha". */
        private boolean isSender() {
            return from - 2 >= first
                    && (reading.is(from - 1, "from") || reading.is(from - 1, "to"))
                    && reading.is(from - 2, fromState);
        }

        /** "informed Damascus and Moscow", "by Moscow and Ankara": as the name before. */
        private boolean isListed(int joint) {
            for (int i = Math.max(first, joint - LONGEST_LIST); i < joint; i++) {
                NameIndex.Hit hit = hits.at(i);
                if (hit != null && i + hit.words() == joint) {
                    var before = new Capital(hits, i, joint, first, end);
                    return before.isSender() || before.isHeld();
                }
            }
            return false;
        }

        /** "sanctions on", "sanctions Tuesday on". */
        private boolean isPressed(int at) {
            return at >= first && reading.is(at, pressesOn)
                    || at > first && reading.is(at, weekday) && reading.is(at - 1, pressesOn);
        }

        /** "offered dialogue to Pyongyang", "shells to Kyiv". */
        private boolean isGivenTo() {
            for (int i = from - 2; i >= Math.max(first, from - REACH_OF_GIFT); i--) {
                if (reading.is(i, gives)) {
                    return true;
                }
            }
            return false;
        }

        /** "Moscow said", "Moscow and Ankara agreed", "Moscow, which backs …": a deed follows. */
        private boolean isSubject(int after, int depth) {
            int i = after;
            while (i < end && (reading.endsWith(i, "ly") || reading.is(i, afterCapital))) {
                i++;
            }
            if (i >= end || depth == 0) {
                return false;
            }
            boolean joined = reading.is(i, conjunction);
            if (joined || reading.commaAfter(after - 1)) {
                return isListSubject(joined ? i + 1 : i, depth);
            }
            if (reading.hasAfter(after - 1, Between.COLON)) {
                return true;
            }
            return reading.blankAfter(after - 1) && acts(i);
        }

        private boolean isListSubject(int other, int depth) {
            if (other >= end) {
                return false;
            }
            // "Damascus and its allies fought"
            if (reading.is(other, "which") || reading.is(other, "its") || isAside(other)) {
                return true;
            }
            NameIndex.Hit hit = hits.at(other);
            return hit != null
                    && hit.names().stream().anyMatch(Metonyms::isStateLike)
                    && isSubject(other + hit.words(), depth - 1);
        }

        /** "Moscow, meanwhile, claimed": a few words between commas, then the deed. */
        private boolean isAside(int from) {
            for (int i = from; i < Math.min(end - 1, from + LONGEST_ASIDE); i++) {
                if (reading.commaAfter(i)) {
                    return acts(i + 1);
                }
            }
            return false;
        }

        private boolean acts(int i) {
            switch (reading.word(i)) {
                case "is", "was", "are", "were", "be" -> {
                    return i + 1 < end && !reading.is(i + 1, attacked) && actsAfterBe(i + 1);
                }
                case "has", "had", "have" -> {
                    return i + 2 >= end
                            || !reading.is(i + 1, "been")
                            || !reading.is(i + 2, attacked);
                }
                default -> {
                    return (reading.is(i, dialogue) || reading.is(i, speech))
                            && !reading.is(i, "talks")
                            && !reading.is(i, placeNoun)
                            && !(i + 1 < end && reading.is(i + 1, "by"));
                }
            }
        }

        /** "is ready", "is considering", "are not willing". */
        private boolean actsAfterBe(int i) {
            int at = reading.is(i, "not") && i + 1 < end ? i + 1 : i;
            return reading.endsWith(at, "ing") || reading.is(at, actsAfterBe);
        }

        private boolean isBetween() {
            for (int i = from - 2; i >= Math.max(first, from - 5); i--) {
                if (reading.is(i, "between")) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isStateLike(Name name) {
        return name.actor().capitalOf() != null || name.actor().type() == ActorType.COUNTRY;
    }
}
