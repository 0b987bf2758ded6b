package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.text.Words;

/** Tells a capital as a place ("in Moscow") from one that stands for its state ("Moscow said"). */
final class Metonyms {

    private static final Set<String> SMALL =
            Set.of(
                    "also", "still", "now", "then", "itself", "too", "not", "yet", "again", "on",
                    "monday");
    private static final Set<String> JOINS = Set.of("and", "or", "nor");
    private static final Set<String> BE = Set.of("is", "was", "are", "were", "be");
    private static final Set<String> ACTS_AFTER_BE =
            Set.of(
                    "ready",
                    "willing",
                    "prepared",
                    "set",
                    "due",
                    "likely",
                    "expected",
                    "keen",
                    "concerned",
                    "accused",
                    "opposed",
                    "determined",
                    "eager",
                    "reluctant",
                    "committed",
                    "open",
                    "to",
                    "wary",
                    "angry",
                    "worried",
                    "furious",
                    "able",
                    "unable");
    private static final Set<String> PRESSES_ON =
            Set.of(
                    "pressure",
                    "sanctions",
                    "sanction",
                    "embargo",
                    "called",
                    "calls",
                    "calling",
                    "war",
                    "tariffs",
                    "leaning",
                    "depends",
                    "dependent",
                    "ultimatum",
                    "blame",
                    "blamed",
                    "costs");

    private final Lexicon lexicon;
    private final Set<String> locative;
    private final Set<String> dialogue;
    private final Set<String> attacked;
    private final Set<String> placeNouns;
    private final Set<String> statePrepositions;
    private final Set<String> ofState;

    Metonyms(Lexicon lexicon, Phrases phrases) {
        this.lexicon = lexicon;
        locative = phrases.wordsOf("locative");
        dialogue = phrases.wordsOf("dialogue");
        attacked = phrases.wordsOf("attack-participle");
        placeNouns = phrases.wordsOf("place-noun");
        statePrepositions = phrases.wordsOf("state-preposition");
        ofState = phrases.wordsOf("of-state");
    }

    boolean speaks(String word) {
        return dialogue.contains(word);
    }

    /** The capital itself, or the state that it speaks for here; other actors as they are. */
    Actor placeOrState(Actor actor, Reading reading, int from, int to, int first, int end) {
        if (actor.capitalOf() == null) {
            return actor;
        }
        Actor state = lexicon.byId(actor.capitalOf()).orElse(actor);
        return standsForState(reading, from, to, first, end) ? state : actor;
    }

    /** "at the Kremlin", "in Moscow". */
    boolean isPlacedAt(Reading reading, int from, int first) {
        Words words = reading.words;
        int before = from - 1;
        if (before >= first && words.folded(before).equals("the")) {
            before--;
        }
        return before >= first
                && (locative.contains(words.folded(before))
                        || NonLatin.places(words.folded(before)))
                && reading.between(before, before + 1).isBlank();
    }

    private boolean standsForState(Reading reading, int from, int to, int first, int end) {
        Words words = reading.words;
        if (NonLatin.isIt(words.folded(from))) {
            return !isPlacedAt(reading, from, first) && !NonLatin.locates(words.folded(from));
        }
        if (isPlacedAt(reading, from, first)) {
            return false;
        }
        String before = from > first ? words.folded(from - 1) : "";
        if (before.equals("of")) {
            return from - 2 >= first && ofState.contains(words.folded(from - 2));
        }
        if (before.equals("official")) {
            return true;
        }
        int next = to;
        if (next < end
                && words.folded(next).equals("s")
                && !reading.between(to - 1, to).isBlank()) {
            return next + 1 < end && !placeNouns.contains(words.folded(next + 1));
        }
        if (isSubject(reading, to, end, 3)) {
            return true;
        }
        return statePrepositions.contains(before)
                || before.equals("on") && isPressed(words, from - 2, first)
                || before.equals("and") && from - 2 >= first && isBetween(words, from, first);
    }

    /** "Moscow said", "Moscow and Ankara agreed", "Moscow, which backs …": a deed follows. */
    private boolean isSubject(Reading reading, int to, int end, int depth) {
        Words words = reading.words;
        int i = to;
        while (i < end && (words.folded(i).endsWith("ly") || isSmall(words.folded(i)))) {
            i++;
        }
        if (i >= end || depth == 0) {
            return false;
        }
        String gap = reading.between(to - 1, to);
        String word = words.folded(i);
        boolean list = gap.contains(",") || JOINS.contains(word);
        if (list) {
            int other = JOINS.contains(word) ? i + 1 : i;
            if (other < end && word.equals("which")) {
                return true;
            }
            var hit = other < end ? lexicon.index().longest(words, other, end) : null;
            return hit != null
                    && hit.names().stream().anyMatch(n -> isStateLike(n.actor()))
                    && isSubject(reading, other + hit.words(), end, depth - 1);
        }
        if (gap.contains(":")) {
            return true;
        }
        if (!gap.isBlank()) {
            return false;
        }
        if (isBe(word)) {
            return i + 1 < end
                    && !attacked.contains(words.folded(i + 1))
                    && acts(words, i + 1, end);
        }
        if (!dialogue.contains(word) || word.equals("talks") || placeNouns.contains(word)) {
            return false;
        }
        return !(word.equals("has") || word.equals("had") || word.equals("have"))
                || i + 2 >= end
                || !words.folded(i + 1).equals("been")
                || !attacked.contains(words.folded(i + 2));
    }

    private static boolean isStateLike(Actor actor) {
        return actor.capitalOf() != null || actor.type() == ActorType.COUNTRY;
    }

    private static boolean isSmall(String word) {
        return SMALL.contains(word) && !word.equals("on");
    }

    private static boolean isBe(String word) {
        return BE.contains(word);
    }

    /** "is ready", "is considering", "are not willing". */
    private static boolean acts(Words words, int i, int end) {
        int at = words.folded(i).equals("not") && i + 1 < end ? i + 1 : i;
        String word = words.folded(at);
        return word.endsWith("ing") || ACTS_AFTER_BE.contains(word);
    }

    private static boolean isPressed(Words words, int at, int first) {
        return at >= first && PRESSES_ON.contains(words.folded(at));
    }

    private static boolean isBetween(Words words, int from, int first) {
        for (int i = from - 2; i >= Math.max(first, from - 5); i--) {
            if (words.folded(i).equals("between")) {
                return true;
            }
        }
        return false;
    }
}
