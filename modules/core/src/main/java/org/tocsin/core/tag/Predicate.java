package org.tocsin.core.tag;

/** What the predicate after a noun says of it: "the ceasefire collapsed", "talks will begin". */
final class Predicate {

    private static final int REACH_OF_HOLDER = 20;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final OwnGroup own;

    Predicate(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        own = new OwnGroup(passage);
    }

    /**
     * {@code governed}: a verb before the noun holds it, so that only what follows at once counts.
     */
    void add(int from, int to, boolean governed, Claims said) {
        for (int i = to; i < clauses.end && i < to + Governor.REACH; i++) {
            if (!clauses.same(i, from)) {
                continue;
            }
            if (reading.commaAfter(i - 1) && clauses.same(i - 1, from)) {
                addAside(i, said);
                int after = reading.is(i, "but") ? i + 1 : afterAside(i);
                if (after < 0 || after >= clauses.end) {
                    return;
                }
                i = after;
            }
            var cue = passage.cues().startingAt(i, Cue.Side.RIGHT);
            if (cue != null && (!governed || i - to <= 2 && !isSource(cue)) && !isActive(cue)) {
                if (addCue(cue, from, said)) {
                    return;
                }
                i = cue.to() - 1;
            } else if (!governed && addVerb(i, from, to, said)) {
                return;
            }
        }
    }

    /**
     * Of a verb: "the offer to mediate was turned down", "reports that the unit had left were
     * denied". What became of the noun that holds the verb became of the deed.
     */
    void addOfHolder(int group, Claims said) {
        boolean offered = reading.is(group, "to") && hasHolder(group);
        if (!offered && !isReport(group)) {
            return;
        }
        for (int i = group + 1; i < clauses.end && i < group + REACH_OF_HOLDER; i++) {
            var cue = passage.cues().startingAt(i, Cue.Side.RIGHT);
            boolean tells =
                    cue != null
                            && (cue.meaning().modality() == Modality.DENIED
                                    || offered && cue.meaning().modality() == Modality.REFUSED);
            boolean helped =
                    tells
                            && (reading.is(cue.from(), grammar.auxiliary)
                                    || new VerbGroup(passage, cue.from()).be);
            if (helped && !new VerbGroup(passage, cue.from()).negated) {
                said.add(cue.meaning().modality(), cue);
                return;
            }
        }
    }

    private boolean hasHolder(int to) {
        var cue = passage.cues().endingAt(to + 1, Cue.Side.GOV);
        return cue != null && cue.form() == Form.NOUN;
    }

    /** "reports that …" before the verb, with nobody who tells them. */
    private boolean isReport(int verb) {
        for (int i = verb - 1; i > clauses.first && i > verb - Governor.REACH; i--) {
            if (reading.is(i, "that")) {
                return reading.is(i - 1, grammar.report);
            }
        }
        return false;
    }

    /** "The ceasefire, due to begin on Sunday, will …". */
    private void addAside(int i, Claims said) {
        var cue = passage.cues().startingAt(i, Cue.Side.RIGHT);
        if (cue != null && cue.meaning().modality() == Modality.ANNOUNCED) {
            said.add(Modality.ANNOUNCED, cue);
        }
    }

    /** "agreed to a truce proposed by Qatar": whose idea it was, not what became of it. */
    private boolean isSource(PhraseIndex.Hit<Cue> cue) {
        return cue.meaning().modality() == Modality.DEMANDED && isParticipleOf(cue);
    }

    /** True where the cue was the main verb; "the withdrawal ordered by Putin" goes on. */
    private boolean addCue(PhraseIndex.Hit<Cue> cue, int from, Claims said) {
        if (cue.meaning().modality() == Modality.OCCURRED) {
            addBeginning(cue, from, said);
            // "had held since May, but was shattered": what became of it then still follows.
            return !new VerbGroup(passage, cue.from()).perfect;
        }
        var group = new VerbGroup(passage, cue.from());
        addEnd(cue, group, from, said);
        if (cue.meaning().modality() == Modality.ANNOUNCED && isPlanOnly(cue, group)) {
            return false;
        }
        return group.be || group.will || !isParticipleOf(cue);
    }

    /** "talks due on Monday have collapsed", "a summit that was to be held": the verb follows. */
    private boolean isPlanOnly(PhraseIndex.Hit<Cue> cue, VerbGroup group) {
        boolean relative =
                group.start > clauses.first
                        && (reading.is(group.start - 1, "that")
                                || reading.is(group.start - 1, "which"));
        boolean reduced =
                !group.be
                        && !group.will
                        && !group.perfect
                        && (cue.form() == Form.PAST
                                || cue.form() == Form.PARTICIPLE
                                || reading.is(cue.from(), "due")
                                || reading.is(cue.from(), "to")
                                || reading.is(cue.from(), "set"));
        return relative || reduced && passage.verbs().finiteWithin(reading, cue.to(), clauses.end);
    }

    private boolean isParticipleOf(PhraseIndex.Hit<Cue> cue) {
        int at = cue.to();
        return at < clauses.end
                && (reading.is(at, "by")
                        || reading.is(at, "in")
                        || reading.is(at, "on")
                        || reading.is(at, "at"));
    }

    /** True where the verb there closes the predicate. */
    private boolean addVerb(int i, int from, int to, Claims said) {
        Form form = passage.form(i);
        if (reading.is(i, grammar.auxiliary) && !isMonth(i)) {
            return addAuxiliary(i, from, said);
        }
        if (form != null && form != Form.BASE && !passage.readsAsNoun(i)) {
            return !(i + 1 < clauses.end && reading.is(i + 1, "by"));
        }
        if (i == to
                && reading.is(i, "to")
                && i + 1 < clauses.end
                && passage.form(i + 1) == Form.BASE) {
            said.add(Modality.ANNOUNCED, "infinitive", i, i + 2);
            return true;
        }
        return false;
    }

    /**
     * "the leaders at a meeting discussed trade", against "a ceasefire was discussed"; "the
     * agreement ended the war", against "the truce ended on Monday".
     */
    private boolean isActive(PhraseIndex.Hit<Cue> cue) {
        Modality modality = cue.meaning().modality();
        boolean ends =
                modality == Modality.ENDED
                        || modality == Modality.VIOLATED
                        || modality == Modality.DENIED;
        return (modality == Modality.CONDITIONAL || ends && hasObject(cue.to()))
                && (cue.form() == Form.PAST
                        || cue.form() == Form.THIRD
                        || cue.form() == Form.BASE
                        || cue.form() == Form.GERUND)
                && !new VerbGroup(passage, cue.from()).be;
    }

    private boolean hasObject(int at) {
        return at < clauses.end && reading.is(at, grammar.determiner)
                || at < clauses.end && reading.is(at, "its");
    }

    /** The word after an aside such as ", brokered by Norway,"; -1 where something else begins. */
    private int afterAside(int i) {
        Form form = passage.form(i);
        // ", set for Monday, ...", ", due on Friday, ...": no past by their looks.
        boolean participle =
                form == Form.PAST
                        || form == Form.PARTICIPLE
                        || form == Form.GERUND
                        || passage.cues().startingAt(i, Cue.Side.RIGHT) != null;
        boolean noun = !participle && opensNoun(i);
        for (int j = i + 1; j < clauses.end && j < i + Governor.REACH; j++) {
            if (reading.commaAfter(j - 1)) {
                return participle || noun && passage.verbs().isFinite(reading, j, clauses.end)
                        ? j
                        : -1;
            }
            noun &= !passage.verbs().isFinite(reading, j, clauses.end);
        }
        return -1;
    }

    /** ", the third this year,": says again in other words what stood before. */
    private boolean opensNoun(int i) {
        return reading.is(i, grammar.determiner)
                || reading.is(i, grammar.determinesGerund)
                || reading.isCapital(i);
    }

    /** "in May". */
    private boolean isMonth(int i) {
        return reading.is(i, "may") && i > clauses.first && reading.isCapital(i);
    }

    /** "began", "came into force": it happens now, whatever was planned. */
    private void addBeginning(PhraseIndex.Hit<Cue> cue, int from, Claims said) {
        var group = new VerbGroup(passage, cue.from());
        Modality outer = outer(group, from);
        if (outer != null) {
            said.add(outer, cue);
        } else if (group.to) {
            said.add(Modality.ANNOUNCED, cue);
        } else if (cue.form() == Form.PAST
                || cue.form() == Form.THIRD
                || group.perfect
                || group.presentBe) {
            said.remove(Modality.ANNOUNCED, Modality.CONDITIONAL);
        }
    }

    private void addEnd(PhraseIndex.Hit<Cue> cue, VerbGroup group, int from, Claims said) {
        Modality modality = cue.meaning().modality();
        boolean ends = modality == Modality.ENDED || modality == Modality.VIOLATED;
        boolean open = modality == Modality.REFUSED && (group.negated || group.cannot);
        Modality outer = open ? Modality.CONDITIONAL : outer(group, from);
        if (group.negated && ends) {
            said.add(Modality.OCCURRED, cue);
        } else if (outer != null) {
            said.add(outer, cue);
        } else if (modality == Modality.ENDED && said.has(Modality.ANNOUNCED)) {
            said.add(Modality.DENIED, cue);
        } else if (modality == Modality.VIOLATED && said.isOnlyPlanned(from)) {
            // "due to start on Monday, has collapsed": what was planned is overtaken.
            said.add(modality, cue);
        } else if (!ends || !said.hasOuter()) {
            said.add(modality, cue);
        }
    }

    /** What the auxiliaries of a predicate make of it; null where it is told as a fact. */
    private Modality outer(VerbGroup group, int from) {
        if (group.denies()) {
            return Modality.DENIED;
        }
        if (group.possible) {
            return Modality.CONDITIONAL;
        }
        if (group.ought) {
            return Modality.DEMANDED;
        }
        if (group.would) {
            return own.isReported(from) ? Modality.ANNOUNCED : Modality.CONDITIONAL;
        }
        return group.will ? Modality.ANNOUNCED : null;
    }

    /** False where a cue follows the auxiliary, which reads it with its group. */
    private boolean addAuxiliary(int i, int from, Claims said) {
        int verb = i + 1;
        while (verb < clauses.end
                && (reading.is(verb, grammar.auxiliary)
                        || reading.is(verb, grammar.afterAuxiliary)
                        || reading.endsWith(verb, "ly"))) {
            verb++;
        }
        if (passage.cues().startingAt(verb, Cue.Side.RIGHT) != null) {
            return false;
        }
        var group = new VerbGroup(passage, verb, i);
        Modality outer = outer(group, from);
        if (outer == null && group.presentBe && verb < clauses.end && reading.is(verb, "to")) {
            outer = Modality.ANNOUNCED;
        }
        if (outer != null) {
            said.add(outer, "predicate", i, Math.min(verb + 1, clauses.end));
        }
        return true;
    }
}
