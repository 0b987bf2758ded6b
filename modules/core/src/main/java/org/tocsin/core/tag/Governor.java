package org.tocsin.core.tag;

import java.util.List;

/**
 * One word that governs: what it says of what it holds, once its own negation, auxiliaries and form
 * are read ("did not rule out", "may agree to").
 */
final class Governor {

    /** How far to the left a word may govern. */
    static final int REACH = 14;

    private static final List<String> ADJECTIVE_ENDINGS =
            List.of("al", "ic", "ive", "ous", "ful", "able", "ish", "ed", "ing", "ary", "less");

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;
    private final OwnGroup own;

    Governor(Passage passage) {
        this.passage = passage;
        reading = passage.reading();
        grammar = passage.grammar();
        clauses = passage.clauses();
        own = new OwnGroup(passage);
    }

    boolean isNounCue(PhraseIndex.Hit<Cue> cue) {
        if (cue.from() > clauses.first && reading.hyphenAfter(cue.from() - 1)) {
            // "an open-ended pause"
            return true;
        }
        return (cue.form() == Form.PAST || cue.form() == Form.BASE)
                && passage.readsAsNoun(cue.from());
    }

    /** What the auxiliaries of a governing verb make of it; null where it stands for itself. */
    Modality outerOf(PhraseIndex.Hit<Cue> cue) {
        var group = new VerbGroup(passage, cue.from());
        if (group.negated && !group.possible || own.isSubjectNone(group.start)) {
            return Modality.DENIED;
        }
        if (group.possible) {
            return Modality.CONDITIONAL;
        }
        if (group.ought) {
            return Modality.DEMANDED;
        }
        if (group.would) {
            return own.isReported(cue.from()) ? Modality.ANNOUNCED : Modality.CONDITIONAL;
        }
        return group.will ? Modality.ANNOUNCED : null;
    }

    /** A negated refusal is none: "did not rule out strikes". */
    Modality governed(PhraseIndex.Hit<Cue> cue) {
        Modality modality = cue.meaning().modality();
        boolean mayTurn =
                modality == Modality.REFUSED
                        || modality == Modality.DENIED
                        || modality == Modality.VIOLATED;
        if (!mayTurn) {
            return modality;
        }
        if (new VerbGroup(passage, cue.from()).negated || isRefusedTo(cue)) {
            return modality == Modality.VIOLATED ? Modality.OCCURRED : Modality.CONDITIONAL;
        }
        return modality;
    }

    /** "did not prevent the raid", "failed to avert a walkout": it happened all the same. */
    boolean isInVain(PhraseIndex.Hit<Cue> cue) {
        if (!reading.is(cue.from(), grammar.prevention)) {
            return false;
        }
        var group = new VerbGroup(passage, cue.from());
        boolean failed =
                group.to
                        && group.start > clauses.first
                        && reading.is(group.start - 1, grammar.failed);
        return failed || group.negated && (group.did || group.perfect || group.cannot);
    }

    private boolean isRefusedTo(PhraseIndex.Hit<Cue> cue) {
        int to = cue.from() - 1;
        return to > clauses.first
                && reading.is(to, "to")
                && (reading.word(to - 1).startsWith("refus")
                        || reading.word(to - 1).startsWith("declin"));
    }

    boolean isFinite(PhraseIndex.Hit<Cue> cue) {
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
}
