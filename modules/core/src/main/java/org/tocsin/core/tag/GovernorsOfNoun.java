package org.tocsin.core.tag;

/**
 * What stands to the left of a noun and holds it: verbs ("called for a truce"), nouns ("the
 * collapse of"), and the small words that part it from them.
 */
final class GovernorsOfNoun {

    /** How far what governs a governor may stand from it, before its "to" or without one. */
    private static final int REACH_OF_INFINITIVE = 9;

    private static final int REACH_OF_GOVERNOR = 3;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final OwnGroup own;
    private final Governor governor;

    GovernorsOfNoun(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        own = new OwnGroup(passage);
        governor = new Governor(passage);
    }

    /** What governs a noun from the left; true where a verb does. */
    boolean add(int from, Claims said) {
        int limit = Math.max(clauses.first, from - Governor.REACH);
        for (int i = from - 1; i >= limit; i--) {
            if (!clauses.same(i, from)) {
                return false;
            }
            if (deniesNoun(i) && from - i <= 4) {
                said.add(Modality.DENIED, "none", i);
                continue;
            }
            if (passage.cues().endingAt(i + 1, Cue.Side.FACT) != null
                    || isAgentOfPassive(i, from)
                    || endsWith(i)) {
                return true;
            }
            var cue = passage.cues().endingAt(i + 1, Cue.Side.GOV);
            if (cue != null && !governor.isNounCue(cue)) {
                if (governor.isInVain(cue)) {
                    said.add(Modality.OCCURRED, cue);
                    return true;
                }
                addGovernor(cue, said);
                if (governor.isFinite(cue)) {
                    addDenialOver(cue.from(), said);
                    return true;
                }
                var group = new VerbGroup(passage, cue.from());
                limit = Math.max(clauses.first, group.start - reachOver(cue, group));
                i = Math.min(cue.from(), group.start);
                continue;
            }
            if (reading.is(i, grammar.setting) && from - i <= 4 && isSetting(i)) {
                return true;
            }
            // "Russia-sponsored talks": what kind of talks, not what was done about them.
            if (i > limit && reading.hyphenAfter(i - 1)) {
                i--;
                continue;
            }
            Form form = passage.form(i);
            if (form == null && isHelped(i)) {
                // "may widen its embargo": whatever the word, after "may" it is a verb.
                form = Form.BASE;
            }
            if (form == Form.BASE && i == from - 1 && followsVerb(i)
                    || form == null
                    || form == Form.PARTICIPLE
                    || passage.readsAsNoun(i)) {
                continue;
            }
            var group = new VerbGroup(passage, i);
            own.addGroup(group, form, i, said);
            if (!group.to && form != Form.GERUND) {
                addDenialOver(i, said);
                return !opensClause(i);
            }
            if (group.to && said.isEmpty() && !isGoverned(group.start)) {
                said.add(Modality.ANNOUNCED, "infinitive", i);
            }
            i = group.start;
        }
        return false;
    }

    /** "rejected on Monday a Kurdish offer of": between a noun and its verb stands more. */
    private static int reachOver(PhraseIndex.Hit<Cue> cue, VerbGroup group) {
        return group.to || !cue.form().isVerb() ? REACH_OF_INFINITIVE : REACH_OF_GOVERNOR;
    }

    /** Right after "may", "could", "did not": a verb, known or not. */
    private boolean isHelped(int word) {
        int before = word - 1;
        while (before > clauses.first && reading.is(before, grammar.verbAdverb)) {
            before--;
        }
        return before > clauses.first
                && reading.blankAfter(word - 1)
                && !reading.endsWith(word, "ly")
                && !reading.is(word, grammar.auxiliary)
                && !reading.is(word, grammar.afterAuxiliary)
                && !reading.is(word, grammar.verbAdverb)
                && !reading.isCapital(word)
                && passage.grammar().auxiliaries.helpsBase(reading.code(before));
    }

    /** "the pause ended with shelling": what comes then is not what ends. */
    private boolean endsWith(int with) {
        if (!reading.is(with, "with")) {
            return false;
        }
        var cue = passage.cues().endingAt(with, Cue.Side.GOV);
        return cue != null && cue.meaning().modality() == Modality.ENDED && cue.form().isVerb();
    }

    /** "was broken by mortar fire": what did it is no part of what was broken. */
    private boolean isAgentOfPassive(int by, int event) {
        if (!reading.is(by, "by") || event - by > REACH_OF_GOVERNOR || by == clauses.first) {
            return false;
        }
        Form form = passage.form(by - 1);
        return (form == Form.PAST || form == Form.PARTICIPLE) && new VerbGroup(passage, by - 1).be;
    }

    /** "said that the corridor had opened": the noun is the subject of what is said. */
    private boolean opensClause(int verb) {
        return reading.is(verb + 1, "that")
                || reading.is(verb, grammar.speech) && !reading.is(verb, grammar.perform);
    }

    /** "denied that his forces had used gas": a denial reaches over the verb that it denies. */
    private void addDenialOver(int verb, Claims said) {
        for (int i = verb; i > clauses.first && clauses.same(i - 1, verb); i--) {
            if (!reading.is(i, grammar.opensDenied) && !reading.is(i - 1, "that")) {
                continue;
            }
            var cue = passage.cues().endingAt(i, Cue.Side.GOV);
            for (int j = i; cue == null && j > clauses.first && isDay(j - 1); j--) {
                // "denied on Friday that"
                cue = passage.cues().endingAt(j - 1, Cue.Side.GOV);
            }
            if (cue != null && governor.governed(cue) == Modality.DENIED) {
                said.add(Modality.DENIED, cue);
            }
        }
    }

    private boolean isDay(int word) {
        return reading.is(word, grammar.beforePronoun);
    }

    private boolean deniesNoun(int i) {
        return reading.is(i, "no")
                || reading.is(i, "without")
                || reading.is(i, "neither")
                || reading.is(i, "not") && (reading.is(i + 1, "a") || reading.is(i + 1, "one"));
    }

    private void addGovernor(PhraseIndex.Hit<Cue> cue, Claims said) {
        Modality modality = governor.governed(cue);
        if (!said.isEmpty() && Claims.isOuter(modality)) {
            said.remove(Modality.ENDED, Modality.VIOLATED);
        }
        said.add(modality, cue);
        if (!cue.form().isVerb()) {
            return;
        }
        var group = new VerbGroup(passage, cue.from());
        if (modality == Modality.OCCURRED && group.to && !isGoverned(group.start)) {
            // "Houthis to start withdrawal": a headline's future.
            said.add(Modality.ANNOUNCED, cue);
        }
        Modality outer = governor.outerOf(cue);
        if (outer == null) {
            return;
        }
        if (modality == Modality.ENDED || modality == Modality.VIOLATED) {
            said.remove(modality);
            said.add(outer == Modality.DENIED ? Modality.OCCURRED : outer, cue);
        } else if (modality == Modality.ANNOUNCED || modality == Modality.OCCURRED) {
            said.add(outer, cue);
        }
    }

    /**
     * Where something else is done; but what holds the taking part ("to participate in the talks")
     * or an amount ("pledged two million in aid") holds the event.
     */
    private boolean isSetting(int preposition) {
        if (preposition <= clauses.first) {
            return true;
        }
        String before = reading.word(preposition - 1);
        return !before.startsWith("participat")
                && !before.startsWith("engag")
                && !before.equals("part")
                && !reading.is(preposition - 1, grammar.amount);
    }

    /** "resume trade talks": the second of two is a noun. */
    private boolean followsVerb(int at) {
        return at > clauses.first
                && passage.form(at - 1) != null
                && !reading.is(at - 1, grammar.auxiliary);
    }

    private boolean isGoverned(int from) {
        for (int i = from; i >= clauses.first && i >= from - Governor.REACH; i--) {
            if (!clauses.same(i, from)) {
                return false;
            }
            if (passage.cues().endingAt(i, Cue.Side.GOV) != null) {
                return true;
            }
        }
        return false;
    }
}
