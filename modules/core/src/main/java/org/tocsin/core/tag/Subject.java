package org.tocsin.core.tag;

import java.util.List;

/**
 * Who does what a trigger tells, left of it: the first group of names in its clause that no
 * preposition holds, unless it only tells of the deed ("the Kremlin said"). Long because the places
 * where a subject may stand are tried in one order.
 */
final class Subject {

    private static final int REACH_OF_OWNER = 3;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final List<Found> found;
    private final Trigger trigger;
    private final Telling telling;
    private final NamesLeft left;
    private final Pronouns pronouns;

    Subject(Passage passage, Trigger trigger) {
        this.passage = passage;
        this.trigger = trigger;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        found = passage.found();
        telling = new Telling(passage, trigger);
        left = new NamesLeft(passage);
        pronouns = new Pronouns(passage, trigger, telling, left);
    }

    List<String> find() {
        List<String> named = pronouns.ofTeller();
        if (named.isEmpty()) {
            named = ofInfinitive();
        }
        if (named.isEmpty()) {
            named = named();
        }
        if (named.isEmpty()) {
            named = pronouns.ofSentenceBefore();
        }
        if (named.isEmpty()) {
            named = pronouns.ofGroupBefore();
        }
        if (named.isEmpty()) {
            named = pronouns.ofSentence();
        }
        return named.isEmpty() && trigger.topic().isSpoken() ? ofTeller() : named;
    }

    /** "Tokyo says there will be a price": who threatens or accuses is who says so. */
    private List<String> ofTeller() {
        int told = telling.ofSpeech(clauses.first, trigger.from());
        if (told == clauses.first) {
            return List.of();
        }
        int start = clauses.startOf(told - 1);
        return left.group(telling.ofSpeech(start, told - 1), told - 1, false);
    }

    /**
     * "Mali was urged by France to free": the one who is asked would do it. "rejected Oman's offer
     * to mediate": the one whose offer it is.
     */
    private List<String> ofInfinitive() {
        var group = new VerbGroup(passage, trigger.verb());
        if (!(trigger.isVerb() && group.to) && !isCharge()) {
            return List.of();
        }
        var held = passage.cues().endingAt(group.start + 1, Cue.Side.GOV);
        if (held != null && held.form() == Form.NOUN) {
            List<String> owner = ownerOf(held.from());
            if (!owner.isEmpty()) {
                return owner;
            }
        }
        int told = telling.ofAny(clauses.first, trigger.from());
        boolean asked = told > clauses.first && new VerbGroup(passage, told - 1).be;
        return asked
                ? left.group(telling.ofAny(clauses.first, told - 1), told - 1, false)
                : List.of();
    }

    /** "was accused by France of arming". */
    private boolean isCharge() {
        int from = trigger.from();
        return from > clauses.first
                && reading.endsWith(from, "ing")
                && (reading.is(from - 1, "of") || reading.is(from - 1, "with"));
    }

    /** "Oman's renewed offer", "the Israeli plan". */
    private List<String> ownerOf(int noun) {
        for (Found name : found) {
            int gap = noun - name.to();
            boolean owns = gap > 0 && gap <= REACH_OF_OWNER && reading.is(name.to(), "s");
            boolean adjective = name.isAdjective() && gap >= 0 && gap < 2;
            if ((owns || adjective) && name.actor().type() != ActorType.PLACE) {
                return List.of(name.actor().id());
            }
        }
        return List.of();
    }

    /** "congratulated Iraq on retaking": whom somebody speaks of, not who speaks. */
    List<String> ofSomebody() {
        int from = trigger.from();
        int start = clauses.startOf(from);
        int told = telling.ofSomebody(start, from);
        return told > start ? left.group(told, from, true) : List.of();
    }

    private List<String> named() {
        int from = trigger.from();
        int start = clauses.startOf(from);
        int told = telling.ofAny(start, from);
        if (trigger.form() == Form.GERUND) {
            told = Math.max(told, telling.ofSomebody(start, from));
        }
        List<String> subject = left.group(told, from, told > start);
        if (!subject.isEmpty() || start == clauses.first) {
            return told > start ? subject : left.joined(start, subject);
        }
        if (trigger.isVerb() && hasSubject(start, from)) {
            return List.of();
        }
        subject = ofRelative(start);
        if (subject.isEmpty()) {
            subject = ofResumed(start);
        }
        if (!subject.isEmpty()) {
            return subject;
        }
        if (!found.isEmpty() && passage.isHeading(found.get(0)) && trigger.topic().strikesPlace()) {
            return List.of();
        }
        told = telling.ofAny(clauses.first, start);
        return left.group(told, start, told > clauses.first);
    }

    /** "by Israel, which has bombed": whom the pronoun stands right behind, whatever holds it. */
    private List<String> ofRelative(int start) {
        boolean relates = reading.is(start, "which") || reading.is(start, "who");
        if (!relates || !passage.verbs().isFinite(reading, start + 1, clauses.end)) {
            return List.of();
        }
        return left.groupUpTo(start);
    }

    /** "Juba, which had denied it, has sent": the clause went on after what stood between. */
    private List<String> ofResumed(int start) {
        for (int end = start; end > clauses.first; end--) {
            if (clauses.same(end - 1, start)) {
                int from = clauses.startOf(end - 1);
                int told = telling.ofAny(from, end);
                return left.group(told, end, told > from);
            }
        }
        return List.of();
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

    /** "Soldiers in Gabon seized power": where those are who do it. */
    List<String> where() {
        int start = clauses.startOf(trigger.from());
        int told = telling.ofAny(start, trigger.from());
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
}
