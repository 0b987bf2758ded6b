package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * Roles in the languages beside English, where the verb may stand first (Arabic), last (Persian,
 * Turkish) or between: the first name that neither a preposition, a postposition nor a case ending
 * holds acts, with those joined to it; the others are whom it is done to, or where.
 */
final class RolesAbroad {

    private static final int REACH = 14;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Trigger trigger;
    private final List<String> actor = new ArrayList<>();
    private final List<String> target = new ArrayList<>();

    private RolesAbroad(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
        reading = passage.reading();
        grammar = passage.grammar();
    }

    static Roles of(Passage passage, Trigger trigger) {
        var roles = new RolesAbroad(passage, trigger);
        roles.read();
        return new Roles(roles.actor, roles.target);
    }

    private void read() {
        int first = start();
        int last = -1;
        boolean acts = false;
        for (Found name : passage.found()) {
            if (name.from() < first || name.from() - trigger.to() >= REACH) {
                continue;
            }
            // "between Russia and Ukraine", "Russia and Turkey": what one is, the other is.
            boolean joined = last >= 0 && isJoined(last, name.from());
            acts = joined ? acts : isBy(name) || actor.isEmpty() && mayAct(name);
            List<String> role = acts ? actor : target;
            if (!actor.contains(name.actor().id()) && !target.contains(name.actor().id())) {
                role.add(name.actor().id());
            }
            last = name.to();
        }
    }

    /** After "that": who says it does not do it. */
    private int start() {
        for (int i = trigger.from() - 1; i > passage.first(); i--) {
            if (reading.is(i, grammar.thatAbroad)) {
                return i + 1;
            }
        }
        return passage.first();
    }

    private boolean isJoined(int last, int from) {
        return from - last <= 2
                        && from > last
                        && (reading.is(from - 1, grammar.andAbroad)
                                || reading.is(last, grammar.andAbroad))
                || from == last && (reading.commaAfter(last - 1) || hasPrefixedAnd(from));
    }

    /** Arabic writes "and" before the word, without a space. */
    private boolean hasPrefixedAnd(int word) {
        return reading.word(word).charAt(0) == 'و' && NonLatin.isIt(reading.word(word));
    }

    private boolean isBy(Found name) {
        int before = name.from() - 1;
        return actor.isEmpty()
                && (before >= passage.first() && reading.is(before, grammar.byAbroad)
                        || isEnding(name, grammar.turkishOwner));
    }

    private boolean mayAct(Found name) {
        return name.actor().type() != ActorType.PLACE && !isHeld(name);
    }

    private boolean isHeld(Found name) {
        int before = name.from() - 1;
        int after = name.to();
        if (isEnding(name, grammar.turkishOwner)) {
            return false;
        }
        return before >= passage.first() && isPreposition(before)
                || isEnding(name, grammar.turkishHeld)
                || after < passage.end() && reading.is(after, grammar.heldBehind)
                || isPrefixed(name);
    }

    /** A preposition, or one before the article: "contra la", "gegen die". */
    private boolean isPreposition(int at) {
        return reading.is(at, grammar.heldAbroad)
                || at > passage.first()
                        && reading.is(at, grammar.articleAbroad)
                        && reading.is(at - 1, grammar.heldAbroad);
    }

    /** "İran'a": the ending stands as a word of its own behind an apostrophe. */
    private boolean isEnding(Found name, WordSet endings) {
        int after = name.to();
        return after < passage.end()
                && reading.is(after, endings)
                && reading.hasAfter(after - 1, Between.MARK)
                && !reading.hasAfter(after - 1, Between.BLANK | Between.COMMA | Between.JOINED);
    }

    /** An Arabic name with the prefix for "in", "to" or "by". */
    private boolean isPrefixed(Found name) {
        String word = reading.word(name.from());
        return NonLatin.locates(word, name.actor()) || word.startsWith("لل") && word.length() > 4;
    }
}
