package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Decides the modality of an event in a language beside English: by the forms of its own words
 * ({@link FormsAbroad}), the words around it ({@link GovernorsAbroad}), years and conditions, and
 * takes the first that fits in the order of {@link Modality}.
 */
final class LadderAbroad {

    private final Reading reading;
    private final int first;
    private final int end;
    private final NewsYear year;
    private final ClausesAbroad clauses;
    private final FormsAbroad forms;
    private final GovernorsAbroad governors;

    LadderAbroad(Language language, Reading reading, int first, int end, NewsYear year) {
        this.reading = reading;
        this.first = first;
        this.end = end;
        this.year = year;
        var cues = longest(language.cues.in(reading, first, end));
        clauses = new ClausesAbroad(reading, first, end, cues);
        forms = new FormsAbroad(language, reading, cues, clauses);
        governors = new GovernorsAbroad(cues, clauses, forms);
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
        FormsAbroad.Own own = forms.of(hit);
        if (own.told() != null) {
            said.add(own.told(), "its own form", from, to);
        }
        governors.add(hit, own, said);
        addYear(hit, said);
        if (said.isEmpty() && own.infinitive()) {
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

    /** An earlier year in the clause, or one that opens the sentence. */
    private void addYear(PhraseIndex.Hit<EventRule> hit, Claims said) {
        for (int i = first; i < end; i++) {
            boolean near = clauses.same(i, hit.from()) || i - first < 4 && said.isEmpty();
            if (near
                    && isEarlierYear(i)
                    && (year.isKnown() || !said.hasOuter())
                    && !(i > first && hit.owns(i - 1))) {
                said.add(Modality.HISTORICAL, "earlier year", i);
            }
        }
    }

    private boolean isEarlierYear(int word) {
        char digit = reading.words.unit(reading.words.start(word));
        return digit >= '0' && digit <= '9' && year.isAfter(reading.word(word));
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
