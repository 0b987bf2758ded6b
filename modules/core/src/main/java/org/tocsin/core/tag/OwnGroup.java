package org.tocsin.core.tag;

/**
 * What a verb says by its own group: its auxiliaries, a subject that is nobody ("no troops were
 * sent"), and whether somebody tells of it or asks for it.
 */
final class OwnGroup {

    private static final int REACH_OF_NONE = 7;
    private static final int REACH_OF_DEMAND = 8;

    /** In UTF-16 units. */
    private static final int REACH_OF_QUOTATION = 200;

    private final Passage passage;
    private final Reading reading;
    private final Grammar grammar;
    private final Clauses clauses;

    OwnGroup(Passage passage) {
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
        } else if (group.bareBe && !group.to && isDemanded(group.start)) {
            // "proposed that troops be sent"
            told = Modality.DEMANDED;
        } else if (verb == clauses.first && isImperative(form, verb)) {
            told = Modality.DEMANDED;
        }
        if (told != null) {
            said.add(told, "verb group", group.start, verb + 1);
        }
        boolean base = form == Form.BASE && !group.did && group.isPlain();
        // "let villagers be moved": what lets it tells whether it came to that.
        boolean bare = group.bareBe && group.isPlain();
        return !group.to
                && !bare
                && form != Form.GERUND
                && !(base && verb > clauses.first && group.start == verb && isDemanded(verb));
    }

    /** "Free the hostages, the Pope pleaded", "Let the nuns go": in a headline it may be a noun. */
    private boolean isImperative(Form form, int verb) {
        if (reading.is(verb, "let")) {
            return true;
        }
        return form == Form.BASE && (passage.isTold(verb) || isQuoted(verb));
    }

    /** A quotation that opened before the word has not closed. */
    private boolean isQuoted(int word) {
        int end = reading.words.start(word);
        boolean open = false;
        for (int i = Math.max(0, end - REACH_OF_QUOTATION); i < end; i++) {
            char letter = reading.text.charAt(i);
            open = letter == '“' || open && letter != '”';
            open ^= letter == '"';
        }
        return open;
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

    /** "will bomb no more pipelines", "sent no troops", "freed nobody". */
    boolean isObjectNone(int after) {
        return after + 1 < clauses.end
                && clauses.same(after, after - 1)
                && reading.blankAfter(after - 1)
                && (reading.is(after, "nobody")
                        || reading.is(after, "nothing")
                        || reading.is(after, "no")
                                && (reading.is(after + 1, "more")
                                        || !reading.is(after + 1, grammar.noDenial)));
    }

    /** "No troops were sent", "none of the sides agreed". */
    boolean isSubjectNone(int group) {
        for (int i = group - 1; i >= clauses.first && i > group - REACH_OF_NONE; i--) {
            if (reading.commaAfter(i) && !reading.is(i + 1, "nor")
                    || !clauses.same(i, group)
                    || reading.is(i, grammar.auxiliary)) {
                return false;
            }
            if (reading.is(i, "nor") || i == clauses.first && reading.is(i, "not")) {
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
}
