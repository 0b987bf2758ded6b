package org.tocsin.core.tag;

/** Which verbs left of a trigger only tell of its deed, so that their subject does not do it. */
final class Telling {

    private static final int NEAR_END = 3;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Trigger trigger;

    Telling(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
        reading = passage.reading();
        grammar = passage.grammar();
    }

    /** The word after the last verb of telling or demanding before {@code to}. */
    int ofAny(int start, int to) {
        return after(start, to, grammar.speech, grammar.demand);
    }

    /** The word after the last verb of telling before {@code to}. */
    int ofSpeech(int start, int to) {
        return after(start, to, grammar.speech, WordSet.NONE);
    }

    /** "congratulated Assad on retaking": the word after the last verb that speaks of somebody. */
    int ofSomebody(int start, int to) {
        return after(start, to, grammar.spokenOf, WordSet.NONE);
    }

    /** {@code start} where no verb of telling stands between. */
    private int after(int start, int to, WordSet telling, WordSet demanding) {
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
                || isBareNoun(verb)
                || isAside(verb)
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

    /** "Morales, wanted by prosecutors, led": told of the subject, which goes on. */
    private boolean isAside(int verb) {
        return verb > passage.first()
                && verb + 1 < passage.end()
                && passage.form(verb) == Form.PAST
                && reading.commaAfter(verb - 1)
                && reading.is(verb + 1, "by");
    }

    /** "on a treason charge": a base form behind a plain noun in the singular is a noun too. */
    private boolean isBareNoun(int verb) {
        int before = verb - 1;
        return passage.form(verb) == Form.BASE
                && before >= passage.first()
                && reading.blankAfter(before)
                && passage.form(before) == null
                && !reading.isCapital(before)
                && !reading.endsWith(before, "s")
                && !reading.endsWith(before, "ly")
                && !reading.is(before, "to")
                && !reading.is(before, "who")
                && !reading.is(before, "that")
                && !reading.is(before, grammar.collective)
                && !reading.is(before, grammar.pronoun)
                && !reading.is(before, grammar.modal)
                && !reading.is(before, grammar.auxiliary)
                && !reading.is(before, grammar.verbAdverb)
                && !reading.is(before, grammar.negation)
                && !reading.is(before, grammar.conjunction);
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
        for (Found name : passage.found()) {
            if (name.from() > verb && name.to() <= to) {
                return false;
            }
        }
        return true;
    }

    /** "Russian forces", "Islamic State": in a name, or after a demonym, the word is no verb. */
    private boolean isInName(int at) {
        for (Found name : passage.found()) {
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
                && at + NEAR_END >= end;
    }
}
