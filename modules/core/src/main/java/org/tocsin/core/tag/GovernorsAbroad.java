package org.tocsin.core.tag;

import java.util.List;

/**
 * What the words around an event say of it: verbs and nouns that govern it, particles that deny it.
 */
final class GovernorsAbroad {

    private static final int REACH = 9;
    private static final int REACH_OF_NOT = 5;
    private static final int REACH_OF_NOT_TO_VERB = 3;

    private final List<PhraseIndex.Hit<CueAbroad>> cues;
    private final ClausesAbroad clauses;
    private final FormsAbroad forms;

    GovernorsAbroad(
            List<PhraseIndex.Hit<CueAbroad>> cues, ClausesAbroad clauses, FormsAbroad forms) {
        this.cues = cues;
        this.clauses = clauses;
        this.forms = forms;
    }

    void add(PhraseIndex.Hit<EventRule> hit, FormsAbroad.Own own, Claims said) {
        for (var cue : cues) {
            if (!hit.shares(cue)) {
                add(cue, hit, own, said);
            }
        }
    }

    private void add(
            PhraseIndex.Hit<CueAbroad> cue,
            PhraseIndex.Hit<EventRule> hit,
            FormsAbroad.Own own,
            Claims said) {
        switch (cue.meaning().where()) {
            case NOT, NOT_NEAR -> addNot(cue, hit, own, said);
            case CLAUSE -> addOfClause(cue, hit, said);
            case INFINITIVE -> {
                if (own.infinitive()) {
                    addOfClause(cue, hit, said);
                }
            }
            case BEFORE, AFTER, NEAR -> addGovernor(cue, hit, own, said);
            default -> {}
        }
    }

    private void addOfClause(
            PhraseIndex.Hit<CueAbroad> cue, PhraseIndex.Hit<EventRule> hit, Claims said) {
        if (clauses.same(cue.from(), hit.from())) {
            said.add(cue.meaning().modality(), cue.phrase().text(), cue.from(), cue.to());
        }
    }

    private void addGovernor(
            PhraseIndex.Hit<CueAbroad> cue,
            PhraseIndex.Hit<EventRule> hit,
            FormsAbroad.Own own,
            Claims said) {
        if (!reaches(cue, hit)) {
            return;
        }
        Form form = forms.last(cue);
        Modality modality = cue.meaning().said(form, isDenied(cue));
        if (modality == null || own.finite() && !reachesFinite(modality)) {
            return;
        }
        boolean ofNoun = modality == Modality.ENDED || modality == Modality.VIOLATED;
        boolean fact = cue.meaning().modality() == Modality.OCCURRED;
        if (own.verb() && (ofNoun || fact) || ofNoun && isOpen(form) && said.hasOuter()) {
            return;
        }
        if (Claims.isOuter(modality) && !fact) {
            // "called to lift": what governs the end counts, not the end.
            said.remove(Modality.ENDED, Modality.VIOLATED);
        }
        said.add(modality, cue.phrase().text(), cue.from(), cue.to());
    }

    private boolean reaches(PhraseIndex.Hit<CueAbroad> cue, PhraseIndex.Hit<EventRule> hit) {
        boolean before = cue.from() < hit.from();
        CueAbroad.Where where = cue.meaning().where();
        boolean held = before && clauses.holds(cue.from(), hit.from());
        int away = before ? hit.from() - cue.to() : cue.from() - hit.to();
        boolean stands =
                where == CueAbroad.Where.NEAR || before == (where == CueAbroad.Where.BEFORE);
        return stands && away < REACH && (held || clauses.same(cue.from(), hit.from()));
    }

    private static boolean isOpen(Form form) {
        return form == null || !form.isVerb() || form == Form.BASE;
    }

    private static boolean reachesFinite(Modality modality) {
        return modality == Modality.DENIED || modality == Modality.HISTORICAL;
    }

    private boolean isDenied(PhraseIndex.Hit<CueAbroad> cue) {
        for (var other : cues) {
            if (isNot(other) && isRightBefore(other, cue)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the particle denies a word that governs, and not one of the event's own. */
    private boolean deniesGovernor(PhraseIndex.Hit<CueAbroad> not, PhraseIndex.Hit<EventRule> hit) {
        for (var cue : cues) {
            if (governs(cue) && !hit.shares(cue) && isRightBefore(not, cue)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRightBefore(PhraseIndex.Hit<CueAbroad> not, PhraseIndex.Hit<CueAbroad> cue) {
        return not.to() <= cue.from()
                && cue.from() - not.to() < REACH_OF_NOT_TO_VERB
                && clauses.same(not.from(), cue.from());
    }

    private static boolean governs(PhraseIndex.Hit<CueAbroad> cue) {
        return switch (cue.meaning().where()) {
            case BEFORE, AFTER, NEAR -> true;
            default -> false;
        };
    }

    private void addNot(
            PhraseIndex.Hit<CueAbroad> not,
            PhraseIndex.Hit<EventRule> hit,
            FormsAbroad.Own own,
            Claims said) {
        if (!clauses.same(not.from(), hit.from()) || deniesGovernor(not, hit)) {
            return;
        }
        boolean before = not.to() <= hit.from();
        boolean inside = not.from() > hit.from() && not.to() < hit.to();
        int away = before ? hit.from() - not.to() : not.from() - hit.to();
        boolean anywhere = not.meaning().where() == CueAbroad.Where.NOT_NEAR;
        boolean ofVerb = own.verb() && !own.infinitive() && !anywhere;
        int reach = ofVerb ? before ? REACH_OF_NOT_TO_VERB : 0 : anywhere ? REACH : REACH_OF_NOT;
        if (inside || away < reach) {
            said.add(Modality.DENIED, not.phrase().text(), not.from(), not.to());
        }
    }

    private static boolean isNot(PhraseIndex.Hit<CueAbroad> cue) {
        CueAbroad.Where where = cue.meaning().where();
        return where == CueAbroad.Where.NOT || where == CueAbroad.Where.NOT_NEAR;
    }
}
