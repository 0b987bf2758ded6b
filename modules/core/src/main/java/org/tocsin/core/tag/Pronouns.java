package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/** Whom a pronoun before a trigger means: the teller, one named before, or of whom it was told. */
final class Pronouns {

    private static final int LONGEST_BETWEEN = 3;

    /** "its last remaining soldiers". */
    private static final int LONGEST_SUBJECT = 5;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final Trigger trigger;
    private final Telling telling;
    private final NamesLeft left;

    Pronouns(Passage passage, Trigger trigger, Telling telling, NamesLeft left) {
        this.passage = passage;
        this.trigger = trigger;
        this.telling = telling;
        this.left = left;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
    }

    /** "He said his forces would leave": of whom the sentence before told. */
    List<String> ofSentenceBefore() {
        int first = clauses.first;
        if (!trigger.isVerb() || !reading.is(first, grammar.pronounOfTeller)) {
            return List.of();
        }
        int at = afterSmallWords(telling.ofSpeech(first, trigger.from()));
        boolean own = at == first || isOfTeller(at);
        int verb = new VerbGroup(passage, trigger.from(), at).start;
        return own && verb > at && verb - at <= LONGEST_BETWEEN
                ? passage.antecedents().of(reading.word(first))
                : List.of();
    }

    /**
     * "The group later fired a missile", "Its last soldiers left Mali": of whom the sentence before
     * told, by another word for it or by what is its own.
     */
    List<String> ofGroupBefore() {
        int first = clauses.first;
        int verb = trigger.isVerb() ? new VerbGroup(passage, trigger.verb()).start : first;
        int told = telling.ofSpeech(first, trigger.from());
        if (verb <= first + 1 || verb - first > LONGEST_SUBJECT || told != first || namesIn(verb)) {
            return List.of();
        }
        if (reading.is(first, "the") && reading.is(first + 1, grammar.bandBefore)) {
            return verb == first + 2 ? passage.antecedents().ofGroup() : List.of();
        }
        boolean own =
                reading.is(first, grammar.possessive) && reading.is(verb - 1, grammar.forceOfState);
        return own ? passage.antecedents().of(reading.word(first)) : List.of();
    }

    private boolean namesIn(int end) {
        return !passage.found().isEmpty() && passage.found().get(0).from() < end;
    }

    /** "Suu Kyi was moved, adding that she was not freed": of whom the sentence told before. */
    List<String> ofSentence() {
        int verb = trigger.isVerb() ? new VerbGroup(passage, trigger.verb()).start : clauses.first;
        int at = verb - 1;
        if (at <= clauses.first || !reading.is(at, grammar.pronounOfTeller)) {
            return List.of();
        }
        boolean person = reading.is(at, "he") || reading.is(at, "she");
        for (Found name : passage.found()) {
            if (name.to() > at) {
                break;
            }
            ActorType type = name.actor().type();
            boolean fits = person ? type == ActorType.PERSON : isBody(type);
            if (fits && !left.isHeld(name)) {
                return List.of(name.actor().id());
            }
        }
        return List.of();
    }

    private static boolean isBody(ActorType type) {
        return type != ActorType.PERSON && type != ActorType.PLACE;
    }

    /**
     * "Norway announced it would send", "Kyiv said the army would leave": a pronoun, or the forces
     * of a state, right after the verb of telling are the teller's. Any other pronoun may be
     * anybody.
     */
    List<String> ofTeller() {
        int told = telling.ofSpeech(clauses.first, trigger.from());
        int at = afterSmallWords(told);
        if (told == clauses.first || at >= trigger.from() || !isOfTeller(at)) {
            return List.of();
        }
        for (Found name : passage.found()) {
            if (name.from() > at && name.to() <= trigger.from()) {
                return List.of();
            }
        }
        int before = telling.ofSpeech(clauses.first, told - 1);
        boolean forces = !reading.is(at, grammar.pronounOfTeller);
        return ofState(left.group(before, told, false), forces);
    }

    private int afterSmallWords(int told) {
        int at = told;
        while (at < trigger.from() && reading.is(at, grammar.beforePronoun)) {
            at++;
        }
        return at;
    }

    private boolean isOfTeller(int at) {
        if (reading.is(at, grammar.pronounOfTeller)) {
            return true;
        }
        boolean the = reading.is(at, "the") || reading.is(at, "its") || reading.is(at, "his");
        return the
                && at + 1 < trigger.to()
                && (reading.is(at + 1, grammar.forceOfState)
                        || at + 2 < trigger.to()
                                && reading.is(at, "its")
                                && reading.is(at + 2, grammar.forceOfState));
    }

    /** Of "Turkey's president" only Turkey has an army. */
    private List<String> ofState(List<String> group, boolean forces) {
        if (!forces || group.size() < 2) {
            return Roles.distinct(group);
        }
        var states = new ArrayList<String>();
        for (Found name : passage.found()) {
            if (group.contains(name.actor().id())
                    && name.actor().type() == ActorType.COUNTRY
                    && !states.contains(name.actor().id())) {
                states.add(name.actor().id());
            }
        }
        return states.isEmpty() ? Roles.distinct(group) : states;
    }
}
