package org.tocsin.core.tag;

import java.util.List;

/** In which forms the words of one sentence stand, in a language beside English. */
final class FormsAbroad {

    private final Language language;
    private final Reading reading;
    private final List<PhraseIndex.Hit<CueAbroad>> cues;
    private final ClausesAbroad clauses;

    FormsAbroad(
            Language language,
            Reading reading,
            List<PhraseIndex.Hit<CueAbroad>> cues,
            ClausesAbroad clauses) {
        this.language = language;
        this.reading = reading;
        this.cues = cues;
        this.clauses = clauses;
    }

    /** The form of the last inflected word of the hit; null without one. */
    Form last(PhraseIndex.Hit<?> hit) {
        Form last = null;
        for (int i = hit.from(); i < hit.to(); i++) {
            Form form = hit.owns(i) ? form(i) : null;
            last = form == null ? last : form;
        }
        return last;
    }

    /** What the words of an event say by their forms. */
    Own of(PhraseIndex.Hit<EventRule> hit) {
        boolean finite = false;
        boolean infinitive = false;
        boolean verb = false;
        Modality told = null;
        for (int i = hit.from(); i < hit.to(); i++) {
            Form form = hit.owns(i) ? form(i) : null;
            if (form != null) {
                finite |= form == Form.PAST;
                infinitive |= form == Form.BASE;
                verb |= form.isVerb();
                Modality says = told(form);
                told = says == null ? told : says;
            }
        }
        return new Own(finite, infinitive, verb, told);
    }

    private static Modality told(Form form) {
        return switch (form) {
            case FUTURE -> Modality.ANNOUNCED;
            case NEGATED -> Modality.DENIED;
            case POSSIBLE -> Modality.CONDITIONAL;
            case IMPERATIVE -> Modality.DEMANDED;
            default -> null;
        };
    }

    /**
     * German "ziehen" is a plural of the present, unless its clause holds what asks for the
     * infinitive.
     */
    private Form form(int word) {
        Form form = language.form(reading.code(word));
        boolean plural = form == Form.BASE && language.infinitiveIsPlural && !isAsked(word);
        return plural ? Form.THIRD : form;
    }

    private boolean isAsked(int word) {
        for (var cue : cues) {
            if (cue.meaning().where() == CueAbroad.Where.INFINITIVE
                    && clauses.same(cue.from(), word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * @param finite a past, which no verb outside can govern
     * @param told what a form says by itself; null: nothing
     */
    record Own(boolean finite, boolean infinitive, boolean verb, Modality told) {}
}
