package org.tocsin.core.tag;

/**
 * Decides the modality of one event: gathers what its verb group, the words that govern it, its
 * predicate and its clause say, and takes the first that fits in the order of {@link Modality}.
 */
final class Ladder {

    private final Passage passage;
    private final OwnGroup own;
    private final GovernorsOfVerb ofVerb;
    private final GovernorsOfNoun ofNoun;
    private final Predicate predicate;
    private final Background background;

    Ladder(Passage passage) {
        this.passage = passage;
        own = new OwnGroup(passage);
        ofVerb = new GovernorsOfVerb(passage);
        ofNoun = new GovernorsOfNoun(passage);
        predicate = new Predicate(passage);
        background = new Background(passage);
    }

    /** What is claimed of the event, with the reason; OCCURRED without one. */
    Claims.Claim of(EventRule rule, Trigger trigger) {
        var said = new Claims();
        int from = trigger.from();
        int to = trigger.to();
        if (rule.modality() != null) {
            said.add(rule.modality(), "the phrase itself", from, to);
        }
        if (trigger.isVerb()) {
            addOfVerb(trigger.verb(), trigger.form(), said);
            if (own.isObjectNone(trigger.verb() + 1) || own.isObjectNone(to)) {
                said.add(Modality.DENIED, "no object", to);
            }
        } else if (!passage.is(from, passage.grammar().doers)) {
            addOfNoun(from, to, said);
        }
        background.add(trigger.topic(), from, to, said);
        if (trigger.topic() == EventTopic.THREAT) {
            addThreat(from, said);
        }
        if (trigger.topic().isWaged() && said.has(Modality.VIOLATED)) {
            // Nobody is bound to go on striking: when it is over, those who struck have ended it.
            said.remove(Modality.VIOLATED);
            said.add(Modality.ENDED, "no longer waged", from, to);
        }
        Claims.Claim first = said.first();
        return first == null
                ? new Claims.Claim(Modality.OCCURRED, null, "told as a fact", from, to)
                : first;
    }

    /**
     * To threaten is the event here, not what is threatened; "if" or "unless" leave it a threat.
     */
    private void addThreat(int from, Claims said) {
        said.remove(Modality.THREATENED);
        Claims.Claim first = said.first();
        boolean open =
                first != null
                        && (first.modality() == Modality.CONDITIONAL
                                || first.modality() == Modality.ANNOUNCED);
        if (open && passage.clauses().anyConditional() && !passage.clauses().isConditional(from)) {
            said.add(Modality.THREATENED, "condition beside", from, from + 1);
        }
    }

    private void addOfVerb(int from, Form form, Claims said) {
        var group = new VerbGroup(passage, helped(from, form));
        boolean finite = own.addGroup(group, form, from, said);
        ofVerb.add(from, finite, group, form, said);
        if (finite && own.isSubjectNone(group.start)) {
            said.add(Modality.DENIED, "no subject", group.start);
        }
        if (!finite && group.to && form == Form.BASE && said.isEmpty()) {
            said.add(Modality.ANNOUNCED, "infinitive", from);
        }
        predicate.addOfHolder(group.start, said);
    }

    /** "may freeze and seize": the verb that the auxiliaries of both stand before. */
    private int helped(int verb, Form form) {
        boolean second =
                form == Form.BASE
                        && verb - 2 > passage.first()
                        && passage.is(verb - 1, passage.grammar().conjunction)
                        && passage.is(verb - 3, passage.grammar().modal);
        return second ? verb - 2 : verb;
    }

    private void addOfNoun(int from, int to, Claims said) {
        var beside = new Claims();
        addNeighbours(from, to, beside);
        if (isOfOtherDeed(to)) {
            // "will not attend truce talks": what is said is said of the talks.
            said.addAll(beside);
            return;
        }
        boolean governed = ofNoun.add(from, said);
        if (said.isEmpty()) {
            said.addAll(beside);
        }
        // "the election result was announced": the predicate is the result's.
        if (!beside.has(Modality.OCCURRED)) {
            predicate.add(from, to, governed, said);
        }
        if (beside.has(Modality.VIOLATED) && !said.hasOuter()) {
            said.addAll(beside);
        }
    }

    private boolean isOfOtherDeed(int to) {
        return to < passage.end()
                && passage.is(to, passage.grammar().otherDeed)
                && passage.reading().blankAfter(to - 1);
    }

    private void addNeighbours(int from, int to, Claims said) {
        var next = passage.cues().startingAt(to, Cue.Side.NEXT);
        if (next != null && passage.reading().blankAfter(to - 1)) {
            said.add(next.meaning().modality(), next);
        }
        for (int i = from; i > passage.first() && i > from - 4; i--) {
            var previous = passage.cues().endingAt(i, Cue.Side.PREV);
            if (previous != null) {
                said.add(previous.meaning().modality(), previous);
            }
            if (passage.is(i - 1, passage.grammar().prepositionOfNoun)) {
                break;
            }
        }
    }
}
