package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.List;

/**
 * Who does what a trigger tells, left of it: the first group of names in its clause that no
 * preposition holds, unless it only tells of the deed ("the Kremlin said").
 */
final class Subject {

    private static final int LONGEST_BETWEEN = 3;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final List<Found> found;
    private final Trigger trigger;

    Subject(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        found = passage.found();
    }

    List<String> find() {
        List<String> named = named();
        return named.isEmpty() ? meant() : named;
    }

    /** "He said his forces would leave": of whom the sentence before told. */
    private List<String> meant() {
        int first = clauses.first;
        if (!trigger.isVerb() || !reading.is(first, grammar.pronounOfTeller)) {
            return List.of();
        }
        int at = afterTelling(first, trigger.from(), grammar.speech, WordSet.NONE);
        while (at < trigger.from() && reading.is(at, grammar.beforePronoun)) {
            at++;
        }
        boolean own = at == first || isOfTeller(at);
        int verb = new VerbGroup(passage, trigger.from(), at).start;
        return own && verb > at && verb - at <= LONGEST_BETWEEN
                ? passage.antecedents().of(reading.word(first))
                : List.of();
    }

    private List<String> named() {
        List<String> teller = tellerOfItself();
        if (!teller.isEmpty()) {
            return teller;
        }
        int from = trigger.from();
        int start = clauses.startOf(from);
        int told = afterTelling(start, from, grammar.speech, grammar.demand);
        if (trigger.form() == Form.GERUND) {
            told = Math.max(told, afterTelling(start, from, grammar.spokenOf, WordSet.NONE));
        }
        List<String> subject = group(told, from, told > start);
        if (!subject.isEmpty() || start == clauses.first) {
            return told > start ? subject : joined(start, subject);
        }
        if (trigger.isVerb() && hasSubject(start, from)) {
            return List.of();
        }
        told = afterTelling(clauses.first, start, grammar.speech, grammar.demand);
        return group(told, start, told > clauses.first);
    }

    /**
     * "If Chad attacks, the rebels will withdraw": a clause that names its own subject, though
     * nobody known, has none from the clause before.
     */
    private boolean hasSubject(int start, int verb) {
        int end = new VerbGroup(passage, verb, start).start;
        for (int i = start; i + 1 < end; i++) {
            if (reading.is(i, grammar.relative) || reading.is(i, "that")) {
                return false;
            }
            if (reading.is(i, grammar.determiner)) {
                return true;
            }
        }
        return end > start && isBareNoun(end - 1);
    }

    /** "thousands fled": a plain word before the verb, by its ending. */
    private boolean isBareNoun(int at) {
        String word = reading.word(at);
        return word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !reading.is(at, grammar.pronounOfTeller)
                && !reading.is(at, grammar.beforePronoun)
                && !reading.isCapital(at);
    }

    /**
     * "Norway announced it would send", "Kyiv said the army would leave": a pronoun, or the forces
     * of a state, right after the verb of telling are the teller's. Any other pronoun may be
     * anybody.
     */
    private List<String> tellerOfItself() {
        int told = afterTelling(clauses.first, trigger.from(), grammar.speech, WordSet.NONE);
        int at = told;
        while (at < trigger.from() && reading.is(at, grammar.beforePronoun)) {
            at++;
        }
        if (told == clauses.first || at >= trigger.from() || !isOfTeller(at)) {
            return List.of();
        }
        for (Found name : found) {
            if (name.from() > at && name.to() <= trigger.from()) {
                return List.of();
            }
        }
        int before = afterTelling(clauses.first, told - 1, grammar.speech, WordSet.NONE);
        boolean forces = !reading.is(at, grammar.pronounOfTeller);
        return ofState(group(before, told, false), forces);
    }

    private boolean isOfTeller(int at) {
        if (reading.is(at, grammar.pronounOfTeller)) {
            return true;
        }
        boolean the = reading.is(at, "the") || reading.is(at, "its") || reading.is(at, "his");
        return the
                && at + 1 < trigger.from()
                && (reading.is(at + 1, grammar.forceOfState)
                        || at + 2 < trigger.from()
                                && reading.is(at, "its")
                                && reading.is(at + 2, grammar.forceOfState));
    }

    /** "Soldiers in Gabon seized power": where those are who do it. */
    List<String> where() {
        int start = clauses.startOf(trigger.from());
        int told = afterTelling(start, trigger.from(), grammar.speech, grammar.demand);
        for (Found name : found) {
            if (name.from() >= told
                    && name.to() <= trigger.from()
                    && name.from() > start
                    && reading.is(name.from() - 1, grammar.within)
                    && !reading.commaAfter(name.to() - 1)
                    && isSubjectUpTo(told, name.from() - 1, name.to())) {
                return List.of(name.actor().id());
            }
        }
        return List.of();
    }

    /** No verb stands before the place, and nothing but the verb's own words after it. */
    private boolean isSubjectUpTo(int start, int in, int after) {
        for (int i = start; i < in; i++) {
            Form form = passage.form(i);
            if (form == Form.PAST || form == Form.THIRD && !passage.readsAsNoun(i)) {
                return false;
            }
        }
        return new VerbGroup(passage, trigger.from(), start).start <= after;
    }

    /** Of "Turkey's president" only Turkey has an army. */
    private List<String> ofState(List<String> group, boolean forces) {
        if (!forces || group.size() < 2) {
            return Roles.distinct(group);
        }
        var states = new ArrayList<String>();
        for (Found name : found) {
            if (group.contains(name.actor().id())
                    && name.actor().type() == ActorType.COUNTRY
                    && !states.contains(name.actor().id())) {
                states.add(name.actor().id());
            }
        }
        return states.isEmpty() ? Roles.distinct(group) : states;
    }

    /** "said Putin and Rouhani had met": the clause opens at the "and" between its two subjects. */
    private List<String> joined(int start, List<String> subject) {
        if (start == clauses.first || !reading.is(start, "and")) {
            return subject;
        }
        var both = new ArrayList<String>();
        for (Found name : found) {
            int before = beforeTitle(name.from());
            if (name.to() == start
                    && (before < 0
                            || reading.is(before, "that")
                            || reading.is(before, grammar.speech))) {
                both.add(name.actor().id());
            }
        }
        both.addAll(subject);
        return both;
    }

    /** After the last verb of telling before {@code to}: its subject only tells. */
    private int afterTelling(int start, int to, WordSet telling, WordSet demanding) {
        for (int i = to - 1; i >= start; i--) {
            boolean demands = reading.is(i, demanding);
            boolean tells = reading.is(i, telling) || tellsThat(i, to);
            if ((demands || tells) && isTelling(i, to, demands)) {
                return i + 1;
            }
        }
        return start;
    }

    /** "denied that", "feared that": whatever the verb, what follows is what is told. */
    private boolean tellsThat(int verb, int to) {
        return verb + 1 < to && reading.is(verb + 1, "that") && passage.form(verb) != null;
    }

    private boolean isTelling(int verb, int to, boolean demands) {
        if (isInName(verb)
                || passage.readsAsNoun(verb)
                || isOwning(verb, to)
                || isPerforming(verb, to)) {
            return false;
        }
        if (passage.form(verb) == Form.THIRD
                && trigger.isVerb()
                && new VerbGroup(passage, trigger.from()).start == verb + 1) {
            // "government forces bombarded": a noun before its verb.
            return false;
        }
        // "refused to", "agreed to": the teller is the doer.
        return !(verb + 1 < to && reading.is(verb + 1, "to") && !demands);
    }

    /** "declared a truce", "ordered air strikes": by saying so they do it. */
    private boolean isPerforming(int verb, int to) {
        if (trigger.isVerb() || to != trigger.from() || !reading.is(verb, grammar.perform)) {
            return false;
        }
        for (int i = verb + 1; i < to; i++) {
            if (reading.is(i, "that") || passage.verbs().isFinite(reading, i, to)) {
                return false;
            }
        }
        for (Found name : found) {
            if (name.from() > verb && name.to() <= to) {
                return false;
            }
        }
        return true;
    }

    /** "Russian forces", "Islamic State": in a name, or after a demonym, the word is no verb. */
    private boolean isInName(int at) {
        for (Found name : found) {
            if (name.from() <= at && at < name.to() || name.to() == at && name.isAdjective()) {
                return true;
            }
        }
        return false;
    }

    /** "claimed responsibility for the attack": who tells of it did it. */
    private boolean isOwning(int at, int end) {
        if (at + 1 < end && reading.is(at + 1, grammar.owned)) {
            return true;
        }
        // "claimed the bombing of a church"
        return !trigger.isVerb()
                && trigger.topic().harms()
                && reading.word(at).startsWith("claim")
                && at + 3 >= end;
    }

    private List<String> group(int start, int end, boolean told) {
        var group = new ArrayList<String>();
        int last = -1;
        for (Found name : found) {
            if (name.from() < start || name.to() > end) {
                continue;
            }
            if (last < 0) {
                boolean asked = told && name.from() - start <= 2;
                if (isHeld(name) && !asked) {
                    continue;
                }
            } else if (!continues(last, name.from())) {
                break;
            } else if (name.actor().type() == ActorType.ARMED_GROUP
                    && name.from() == last + 1
                    && reading.is(last, "s")) {
                // "Colombia's ELN": whose land it fights in.
                group.remove(group.size() - 1);
            }
            group.add(name.actor().id());
            last = name.to();
        }
        return group;
    }

    /** "Russia, Iran and Turkey", "Russian President Putin". */
    private boolean continues(int last, int from) {
        if (from - last > LONGEST_BETWEEN) {
            return false;
        }
        return from == last
                || areOffices(last, from)
                || reading.is(from - 1, grammar.conjunction)
                || reading.is(from - 1, "the") && reading.is(from - 2, grammar.conjunction)
                || reading.commaAfter(last - 1);
    }

    private boolean areOffices(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!reading.is(i, grammar.office)) {
                return false;
            }
        }
        return true;
    }

    /** A preposition holds the name, unless it speaks for people: "officials from Serbia". */
    private boolean isHeld(Found name) {
        int before = beforeTitle(name.from());
        if (before < 0 || !reading.is(before, grammar.noSubject)) {
            return false;
        }
        boolean people =
                reading.is(before, "from")
                        && before > clauses.first
                        && reading.is(before - 1, grammar.peopleFrom);
        return !people;
    }

    private int beforeTitle(int at) {
        int i = at - 1;
        while (i >= clauses.first && reading.is(i, grammar.inTitle)) {
            i--;
        }
        return i >= clauses.first ? i : -1;
    }
}
