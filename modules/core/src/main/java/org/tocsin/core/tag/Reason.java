package org.tocsin.core.tag;

/**
 * Why an event was told: the rule and its phrase that found the trigger, and what decided the
 * modality. Offsets are UTF-16 units in {@code field}.
 *
 * @param rule topic and number of the rule in its file, from 1
 * @param phrase the phrase of the rule as it is written there
 * @param how how the cue stands to the event ({@code governed by 'v:call for'})
 * @param cue the words that decided the modality, from {@code cueStart} to {@code cueEnd}
 */
public record Reason(
        String topic,
        Modality modality,
        String field,
        int start,
        int end,
        String text,
        String rule,
        String phrase,
        String how,
        String cue,
        int cueStart,
        int cueEnd) {

    static Reason of(Told told) {
        EventTag tag = told.tag();
        Claims.Claim claim = told.claim();
        Reading reading = told.reading();
        int start = reading.words.start(claim.from());
        int end = reading.words.end(claim.to() - 1);
        return new Reason(
                tag.topic(),
                tag.modality(),
                tag.field(),
                tag.start(),
                tag.end(),
                tag.text(),
                told.hit().meaning().name(),
                told.hit().phrase().text(),
                claim.how(),
                reading.text.substring(start, end),
                start,
                end);
    }
}
