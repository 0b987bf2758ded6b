package org.tocsin.core.tag;

import java.util.List;

/**
 * What stands to the left of an event and holds it: its own auxiliaries, and the verbs and nouns
 * that govern it ("refused to", "called for a", "the collapse of").
 */
final class Governors {

    static final int REACH = 14;

    /** How far what governs a governor may stand from it, before its "to" or without one. */
    private static final int REACH_OF_INFINITIVE = 9;

    private static final int REACH_OF_GOVERNOR = 3;
    private static final int REACH_OF_NONE = 7;
    private static final int REACH_OF_DEMAND = 8;

    private static final List<String> ADJECTIVE_ENDINGS =
            List.of("al", "ic", "ive", "ous", "ful", "able", "ish", "ed", "ing", "ary", "less");

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;

    Governors(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
    }

    /** What the auxiliaries say; true where the verb is finite, so that it stands for itself. */
    boolean addGroup(VerbGroup group, Form form, int verb, Claims said) {
        Modality told = null;
        if (group.negated && (!group.possible || group.cannot)) {
            told = group.ought ? Modality.DEMANDED : Modality.DENIED;
        } else if (group.possible) {
            told = Modality.CONDITIONAL;
        } else if (group.ought) {
            told = Modality.DEMANDED;
        } else if (group.would) {
            told = isReported(verb) ? Modality.ANNOUNCED : Modality.CONDITIONAL;
        } else if (group.will || group.presentBe && group.to) {
            told = Modality.ANNOUNCED;
        }
        if (told != null) {
            said.add(told, "verb group", group.start, verb + 1);
        }
        boolean base = form == Form.BASE && !group.did && group.isPlain();
        return !group.to
                && form != Form.GERUND
                && !(base && verb > clauses.first && group.start == verb && isDemanded(verb));
    }

    /** "demanded that Russia withdraw": a base form that some word governs. */
    private boolean isDemanded(int verb) {
        for (var cue : passage.cues().all()) {
            Modality modality = cue.meaning().modality();
            if (cue.meaning().side() == Cue.Side.GOV
                    && cue.to() <= verb
                    && verb - cue.to() < REACH_OF_DEMAND
                    && (modality == Modality.DEMANDED || modality == Modality.ANNOUNCED)) {
                return true;
            }
        }
        return false;
    }

    /** What somebody says will be done: "said it would", "vowed that they would". */
    boolean isReported(int verb) {
        if (passage.isTold(verb)) {
            return true;
        }
        for (var cue : passage.cues().all()) {
            Modality modality = cue.meaning().modality();
            if (cue.to() <= verb
                    && cue.meaning().side() == Cue.Side.GOV
                    && (modality == Modality.ANNOUNCED || modality == Modality.THREATENED)) {
                return true;
            }
        }
        return false;
    }

    /** "No troops were sent", "none of the sides agreed". */
    boolean isSubjectNone(int group) {
        for (int i = group - 1; i >= clauses.first && i > group - REACH_OF_NONE; i--) {
            if (reading.commaAfter(i) && !reading.is(i + 1, "nor")
                    || !clauses.same(i, group)
                    || reading.is(i, grammar.auxiliary)) {
                return false;
            }
            if (reading.is(i, "nor")) {
                return true;
            }
            if (reading.is(i, grammar.none) && !reading.is(i + 1, grammar.noDenial)) {
                return i == clauses.first
                        || !clauses.same(i - 1, i)
                        || reading.commaAfter(i - 1)
                        || reading.is(i - 1, grammar.speech)
                        || reading.is(i - 1, "that");
            }
        }
        return false;
    }

    /** What governs a verb; across a finite verb only denials and threats reach. */
    void addOfVerb(int verb, boolean finite, VerbGroup group, Form form, Claims said) {
        boolean fact =
                finite
                        && group.isPlain()
                        && (form == Form.PAST
                                || form == Form.PARTICIPLE
                                || form == Form.THIRD
                                || group.perfect);
        for (int i = verb - 1; i >= clauses.first && i >= verb - REACH; i--) {
            if (!clauses.same(i, verb)) {
                break;
            }
            var cue = passage.cues().endingAt(i + 1, Cue.Side.GOV);
            if (cue != null && !isNounCue(cue)) {
                Modality modality = governed(cue);
                boolean reaches = !fact || modality == Modality.DENIED;
                if (reaches && !(finite && modality == Modality.REFUSED)) {
                    addOuter(cue, modality, said);
                }
                if (modality == Modality.OCCURRED || isFinite(cue)) {
                    addGroupOf(cue, said);
                    break;
                }
                addDemandNotTo(modality, group, cue, said);
                i = cue.from();
            } else if (!finite
                    && passage.verbs().isFinite(reading, i, clauses.end)
                    && !reading.is(i, grammar.auxiliary)) {
                break;
            }
        }
        if (form == Form.GERUND && verb > clauses.first && reading.is(verb - 1, "without")) {
            said.add(Modality.DENIED, "without", verb - 1);
        }
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
        if (modality != Modality.OCCURRED && modality != Modality.ANNOUNCED) {
            return;
        }
        var group = new VerbGroup(passage, cue.from());
        if (group.negated || isSubjectNone(group.start)) {
            said.add(Modality.DENIED, cue);
        } else if (group.possible) {
            said.add(Modality.CONDITIONAL, cue);
        } else if (group.ought) {
            said.add(Modality.DEMANDED, cue);
        } else if (group.will) {
            said.add(Modality.ANNOUNCED, cue);
        }
    }

    /** What governs a noun from the left; true where a verb does. */
    boolean addOfNoun(int from, Claims said) {
        int limit = Math.max(clauses.first, from - REACH);
        for (int i = from - 1; i >= limit; i--) {
            if (!clauses.same(i, from)) {
                return false;
            }
            if (deniesNoun(i) && from - i <= 4) {
                said.add(Modality.DENIED, "none", i);
                continue;
            }
            if (passage.cues().endingAt(i + 1, Cue.Side.FACT) != null) {
                return true;
            }
            var cue = passage.cues().endingAt(i + 1, Cue.Side.GOV);
            if (cue != null && !isNounCue(cue)) {
                addGovernor(cue, said);
                if (isFinite(cue)) {
                    return true;
                }
                var group = new VerbGroup(passage, cue.from());
                limit =
                        Math.max(
                                clauses.first,
                                group.start - (group.to ? REACH_OF_INFINITIVE : REACH_OF_GOVERNOR));
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
            if (form == Form.BASE && i == from - 1 && followsVerb(i)
                    || form == null
                    || form == Form.PARTICIPLE
                    || passage.readsAsNoun(i)) {
                continue;
            }
            var group = new VerbGroup(passage, i);
            addGroup(group, form, i, said);
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

    /** "said that the corridor had opened": the noun is the subject of what is said. */
    private boolean opensClause(int verb) {
        return reading.is(verb + 1, "that")
                || reading.is(verb, grammar.speech) && !reading.is(verb, grammar.perform);
    }

    /** "denied that his forces had used gas": a denial reaches over the verb that it denies. */
    private void addDenialOver(int verb, Claims said) {
        for (int i = verb; i > clauses.first && clauses.same(i - 1, verb); i--) {
            var cue = passage.cues().endingAt(i, Cue.Side.GOV);
            if (cue != null
                    && reading.is(reading.is(i - 1, "that") ? i - 1 : i, "that")
                    && governed(cue) == Modality.DENIED) {
                said.add(Modality.DENIED, cue);
            }
        }
    }

    private boolean deniesNoun(int i) {
        return reading.is(i, "no") || reading.is(i, "without") || reading.is(i, "neither");
    }

    private boolean isNounCue(PhraseIndex.Hit<Cue> cue) {
        return (cue.form() == Form.PAST || cue.form() == Form.BASE)
                && passage.readsAsNoun(cue.from());
    }

    private void addGovernor(PhraseIndex.Hit<Cue> cue, Claims said) {
        Modality modality = governed(cue);
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
        Modality outer = outerOf(cue);
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

    /** What the auxiliaries of a governing verb make of it; null where it stands for itself. */
    private Modality outerOf(PhraseIndex.Hit<Cue> cue) {
        var group = new VerbGroup(passage, cue.from());
        if (group.negated && !group.possible || isSubjectNone(group.start)) {
            return Modality.DENIED;
        }
        if (group.possible) {
            return Modality.CONDITIONAL;
        }
        if (group.ought) {
            return Modality.DEMANDED;
        }
        if (group.would) {
            return isReported(cue.from()) ? Modality.ANNOUNCED : Modality.CONDITIONAL;
        }
        return group.will ? Modality.ANNOUNCED : null;
    }

    /** A negated refusal is none: "did not rule out strikes". */
    private Modality governed(PhraseIndex.Hit<Cue> cue) {
        Modality modality = cue.meaning().modality();
        boolean mayTurn =
                modality == Modality.REFUSED
                        || modality == Modality.DENIED
                        || modality == Modality.VIOLATED;
        if (mayTurn && (new VerbGroup(passage, cue.from()).negated || isRefusedTo(cue))) {
            return modality == Modality.VIOLATED ? Modality.OCCURRED : Modality.CONDITIONAL;
        }
        return modality;
    }

    private boolean isRefusedTo(PhraseIndex.Hit<Cue> cue) {
        int to = cue.from() - 1;
        return to > clauses.first
                && reading.is(to, "to")
                && (reading.word(to - 1).startsWith("refus")
                        || reading.word(to - 1).startsWith("declin"));
    }

    private boolean isFinite(PhraseIndex.Hit<Cue> cue) {
        if (cue.form() != Form.PAST && cue.form() != Form.THIRD
                || cue.form() == Form.THIRD && isPlural(cue.from())) {
            return false;
        }
        var group = new VerbGroup(passage, cue.from());
        return !group.to && !group.be;
    }

    /** "international calls", "new plans": a form in -s after an adjective. */
    private boolean isPlural(int at) {
        if (at == clauses.first || passage.readsAsNoun(at) || passage.form(at - 1) != null) {
            return true;
        }
        String before = reading.word(at - 1);
        for (String ending : ADJECTIVE_ENDINGS) {
            if (before.endsWith(ending)) {
                return true;
            }
        }
        return false;
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
        for (int i = from; i >= clauses.first && i >= from - REACH; i--) {
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
