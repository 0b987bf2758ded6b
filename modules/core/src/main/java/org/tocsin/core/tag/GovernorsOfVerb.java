package org.tocsin.core.tag;

/** The verbs and nouns to the left of a verb that hold it ("refused to", "the threat to"). */
final class GovernorsOfVerb {

    private static final int REACH_OF_INFINITIVES = 8;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final OwnGroup own;
    private final Governor governor;

    GovernorsOfVerb(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        own = new OwnGroup(passage);
        governor = new Governor(passage);
    }

    /** What governs a verb; across a finite verb only denials and threats reach. */
    void add(int verb, boolean finite, VerbGroup group, Form form, Claims said) {
        boolean fact =
                finite
                        && group.isPlain()
                        && (form == Form.PAST
                                || form == Form.PARTICIPLE
                                || form == Form.THIRD
                                || group.perfect);
        for (int i = verb - 1; i >= clauses.first && i >= verb - Governor.REACH; i--) {
            if (!clauses.same(i, verb)) {
                break;
            }
            var cue = passage.cues().endingAt(i + 1, Cue.Side.GOV);
            if (cue != null && !governor.isNounCue(cue)) {
                if (governor.isInVain(cue)) {
                    said.add(Modality.OCCURRED, cue);
                    break;
                }
                Modality modality = governor.governed(cue);
                boolean reaches = !fact || modality == Modality.DENIED;
                if (reaches && !(finite && modality == Modality.REFUSED)) {
                    addOuter(cue, modality, said);
                }
                addGroupOf(cue, said);
                if (governor.isFinite(cue)) {
                    break;
                }
                var outer = new VerbGroup(passage, cue.from());
                if (modality == Modality.OCCURRED && !outer.to) {
                    break;
                }
                addDemandNotTo(modality, group, cue, said);
                i = cue.from();
            } else if (!finite
                    && passage.verbs().isFinite(reading, i, clauses.end)
                    && !reading.is(i, grammar.auxiliary)
                    && !passage.isInName(i)) {
                break;
            } else if (group.to && i == group.start - 1 && reading.is(i, grammar.conjunction)) {
                // "threatened to block ports and to strike": what holds the first holds both.
                i = infinitiveBefore(i);
            }
        }
        if (form == Form.GERUND && verb > clauses.first && reading.is(verb - 1, "without")) {
            said.add(Modality.DENIED, "without", verb - 1);
        }
    }

    /** The "to" of an infinitive before that word; the word itself where there is none. */
    private int infinitiveBefore(int word) {
        for (int i = word - 1; i >= clauses.first && i > word - REACH_OF_INFINITIVES; i--) {
            if (reading.is(i, "to") && passage.form(i + 1) == Form.BASE) {
                return i;
            }
        }
        return word;
    }

    /** "urged the EU not to impose": asked for, though it is asked that it be left undone. */
    private static void addDemandNotTo(
            Modality modality, VerbGroup group, PhraseIndex.Hit<Cue> cue, Claims said) {
        if (modality == Modality.DEMANDED && group.negated && group.to) {
            said.remove(Modality.DENIED);
            said.add(Modality.DEMANDED, cue);
        }
    }

    /** "urged Israel to stop bombing": what governs the end counts, not the end. */
    private static void addOuter(PhraseIndex.Hit<Cue> cue, Modality modality, Claims said) {
        if (Claims.isOuter(modality)) {
            said.remove(Modality.ENDED, Modality.VIOLATED);
        }
        said.add(modality, cue);
    }

    private void addGroupOf(PhraseIndex.Hit<Cue> cue, Claims said) {
        Modality modality = cue.meaning().modality();
        var group = new VerbGroup(passage, cue.from());
        boolean asked = modality == Modality.DEMANDED;
        if (asked && (group.denies() || own.isSubjectNone(group.start))) {
            // "nobody was asked to mediate"
            said.add(Modality.DENIED, cue);
        }
        if (modality != Modality.OCCURRED && modality != Modality.ANNOUNCED) {
            return;
        }
        if (group.negated || own.isSubjectNone(group.start)) {
            said.add(Modality.DENIED, cue);
        } else if (group.possible) {
            said.add(Modality.CONDITIONAL, cue);
        } else if (group.ought) {
            said.add(Modality.DEMANDED, cue);
        } else if (group.will) {
            said.add(Modality.ANNOUNCED, cue);
        }
    }
}
