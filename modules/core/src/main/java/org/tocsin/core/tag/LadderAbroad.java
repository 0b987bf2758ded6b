package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides the modality of an event in a language beside English: by the forms of its own words, the
 * cues around it and the particles that deny, and takes the first that fits in the order of {@link
 * Modality}.
 */
final class LadderAbroad {

    private static final int REACH = 9;
    private static final int REACH_OF_NOT = 5;
    private static final int REACH_OF_NOT_TO_VERB = 3;
    private static final int FIRST_YEAR = 1900;

    private final Language language;
    private final Reading reading;
    private final int first;
    private final int end;
    private final int year;
    private final List<PhraseIndex.Hit<CueAbroad>> cues;
    private final ClausesAbroad clauses;

    LadderAbroad(Language language, Reading reading, int first, int end, int year) {
        this.language = language;
        this.reading = reading;
        this.first = first;
        this.end = end;
        this.year = year;
        cues = longest(language.cues.in(reading, first, end));
        clauses = new ClausesAbroad(reading, first, end, cues);
    }

    private static List<PhraseIndex.Hit<CueAbroad>> longest(List<PhraseIndex.Hit<CueAbroad>> all) {
        all.sort(Comparator.comparingInt(hit -> -Long.bitCount(hit.words())));
        var kept = new ArrayList<PhraseIndex.Hit<CueAbroad>>();
        for (var hit : all) {
            if (kept.stream().noneMatch(other -> other != hit && hit.shares(other))) {
                kept.add(hit);
            }
        }
        return kept;
    }

    /** What is claimed of the event, with the reason; OCCURRED without one. */
    Claims.Claim of(PhraseIndex.Hit<EventRule> hit) {
        var said = new Claims();
        int from = hit.from();
        int to = hit.to();
        if (hit.meaning().modality() != null) {
            said.add(hit.meaning().modality(), "the phrase itself", from, to);
        }
        var own = new Own(hit);
        own.add(said);
        for (var cue : cues) {
            if (!hit.shares(cue)) {
                add(cue, hit, own, said);
            }
        }
        addYear(hit, said);
        if (said.isEmpty() && own.infinitive) {
            said.add(Modality.ANNOUNCED, "infinitive", from, to);
        }
        addSupposed(hit, said);
        if (hit.meaning().topic() == EventTopic.THREAT) {
            // To threaten is the event here, not what is threatened.
            said.remove(Modality.THREATENED);
        }
        Claims.Claim claim = said.first();
        return claim == null
                ? new Claims.Claim(Modality.OCCURRED, null, "told as a fact", from, to)
                : claim;
    }

    /** What the words of the event say by their forms. */
    private final class Own {

        private final PhraseIndex.Hit<EventRule> hit;
        private boolean finite;
        private boolean infinitive;
        private boolean verb;
        private Modality told;

        Own(PhraseIndex.Hit<EventRule> hit) {
            this.hit = hit;
            for (int i = hit.from(); i < hit.to(); i++) {
                Form form = hit.owns(i) ? language.form(reading.code(i)) : null;
                if (form != null) {
                    read(form);
                }
            }
        }

        private void read(Form form) {
            finite |= form == Form.PAST;
            infinitive |= form == Form.BASE;
            verb |= form.isVerb();
            switch (form) {
                case FUTURE -> told = Modality.ANNOUNCED;
                case NEGATED -> told = Modality.DENIED;
                case POSSIBLE -> told = Modality.CONDITIONAL;
                case IMPERATIVE -> told = Modality.DEMANDED;
                default -> {}
            }
        }

        void add(Claims said) {
            if (told != null) {
                said.add(told, "its own form", hit.from(), hit.to());
            }
        }
    }

    private void add(
            PhraseIndex.Hit<CueAbroad> cue, PhraseIndex.Hit<EventRule> hit, Own own, Claims said) {
        switch (cue.meaning().where()) {
            case NOT, NOT_NEAR -> addNot(cue, hit, own, said);
            case CLAUSE -> {
                if (clauses.same(cue.from(), hit.from())) {
                    said.add(cue.meaning().modality(), cue.phrase().text(), cue.from(), cue.to());
                }
            }
            case BEFORE, AFTER, NEAR -> addGovernor(cue, hit, own, said);
            default -> {}
        }
    }

    private void addGovernor(
            PhraseIndex.Hit<CueAbroad> cue, PhraseIndex.Hit<EventRule> hit, Own own, Claims said) {
        boolean before = cue.from() < hit.from();
        CueAbroad.Where where = cue.meaning().where();
        boolean held = before && clauses.holds(cue.from(), hit.from());
        int away = before ? hit.from() - cue.to() : cue.from() - hit.to();
        boolean stands =
                where == CueAbroad.Where.NEAR || before == (where == CueAbroad.Where.BEFORE);
        if (!stands || away >= REACH || !(held || clauses.same(cue.from(), hit.from()))) {
            return;
        }
        Modality modality = cue.meaning().said(formOf(cue), isDenied(cue));
        if (modality == null || own.finite && !reachesFinite(modality)) {
            return;
        }
        boolean ofNoun = modality == Modality.ENDED || modality == Modality.VIOLATED;
        boolean fact = cue.meaning().modality() == Modality.OCCURRED;
        if (own.verb && (ofNoun || fact)) {
            return;
        }
        if (ofNoun && isOpen(formOf(cue)) && said.hasOuter()) {
            return;
        }
        if (Claims.isOuter(modality) && !fact) {
            // "called to lift": what governs the end counts, not the end.
            said.remove(Modality.ENDED, Modality.VIOLATED);
        }
        said.add(modality, cue.phrase().text(), cue.from(), cue.to());
    }

    private static boolean isOpen(Form form) {
        return form == null || !form.isVerb() || form == Form.BASE;
    }

    private static boolean reachesFinite(Modality modality) {
        return modality == Modality.DENIED || modality == Modality.HISTORICAL;
    }

    private Form formOf(PhraseIndex.Hit<CueAbroad> cue) {
        Form last = null;
        for (int i = cue.from(); i < cue.to(); i++) {
            Form form = cue.owns(i) ? language.form(reading.code(i)) : null;
            last = form == null ? last : form;
        }
        return last;
    }

    private boolean isDenied(PhraseIndex.Hit<CueAbroad> cue) {
        for (var other : cues) {
            if (isNot(other)
                    && clauses.same(other.from(), cue.from())
                    && other.to() <= cue.from()
                    && cue.from() - other.to() < REACH_OF_NOT_TO_VERB) {
                return true;
            }
        }
        return false;
    }

    private boolean deniesCue(PhraseIndex.Hit<CueAbroad> not) {
        for (var cue : cues) {
            boolean governs =
                    switch (cue.meaning().where()) {
                        case BEFORE, AFTER, NEAR -> true;
                        default -> false;
                    };
            if (governs
                    && clauses.same(not.from(), cue.from())
                    && not.to() <= cue.from()
                    && cue.from() - not.to() < REACH_OF_NOT_TO_VERB) {
                return true;
            }
        }
        return false;
    }

    private void addNot(
            PhraseIndex.Hit<CueAbroad> not, PhraseIndex.Hit<EventRule> hit, Own own, Claims said) {
        if (!clauses.same(not.from(), hit.from()) || deniesCue(not)) {
            return;
        }
        boolean before = not.to() <= hit.from();
        boolean inside = not.from() > hit.from() && not.to() < hit.to();
        int away = before ? hit.from() - not.to() : not.from() - hit.to();
        boolean anywhere = not.meaning().where() == CueAbroad.Where.NOT_NEAR;
        boolean ofVerb = own.verb && !own.infinitive && !anywhere;
        int reach = ofVerb ? before ? REACH_OF_NOT_TO_VERB : 0 : anywhere ? REACH : REACH_OF_NOT;
        if (inside || away < reach) {
            said.add(Modality.DENIED, not.phrase().text(), not.from(), not.to());
        }
    }

    private static boolean isNot(PhraseIndex.Hit<CueAbroad> cue) {
        CueAbroad.Where where = cue.meaning().where();
        return where == CueAbroad.Where.NOT || where == CueAbroad.Where.NOT_NEAR;
    }

    /** An earlier year in the clause, or one that opens the sentence. */
    private void addYear(PhraseIndex.Hit<EventRule> hit, Claims said) {
        for (int i = first; i < end; i++) {
            boolean near = clauses.same(i, hit.from()) || i - first < 4 && said.isEmpty();
            if (near && isEarlierYear(i) && !(i > first && hit.owns(i - 1))) {
                said.add(Modality.HISTORICAL, "earlier year", i);
            }
        }
    }

    private boolean isEarlierYear(int word) {
        char digit = reading.words.unit(reading.words.start(word));
        if (digit != '1' && digit != '2') {
            return false;
        }
        String number = reading.word(word);
        if (number.length() != 4 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int named = Integer.parseInt(number);
        return named >= FIRST_YEAR && named < year;
    }

    private void addSupposed(PhraseIndex.Hit<EventRule> hit, Claims said) {
        boolean open = said.has(Modality.ANNOUNCED) || said.has(Modality.CONDITIONAL);
        if (clauses.supposes(hit.from())) {
            said.remove(Modality.THREATENED, Modality.DENIED);
            said.add(Modality.CONDITIONAL, "conditional clause", hit.from());
        } else if (clauses.anySupposes() && open) {
            EventTopic topic = hit.meaning().topic();
            boolean threat = topic.harms() && topic != EventTopic.WITHDRAWAL;
            said.add(
                    threat ? Modality.THREATENED : Modality.CONDITIONAL,
                    "condition beside",
                    hit.from());
        }
    }
}
