package org.tocsin.core.tag;

/**
 * Why an event was told: the rule and its phrase that found the trigger, and what decided the
 * modality. {@code how} says how the words {@code cue} stand to the event ({@code governed by
 * 'v:call for'}); {@code start} and {@code end} are their offsets in the event's field.
 *
 * @param rule topic and number of the rule in its file, from 1
 * @param phrase the phrase of the rule as it is written there
 */
public record Reason(
        EventTag event, String rule, String phrase, String how, String cue, int start, int end) {

    static Reason of(Told told) {
        Claims.Claim claim = told.claim();
        Reading reading = told.reading();
        int start = reading.words.start(claim.from());
        int end = reading.words.end(claim.to() - 1);
        return new Reason(
                told.tag(),
                told.hit().meaning().name(),
                told.hit().phrase().text(),
                claim.how(),
                reading.text.substring(start, end),
                start,
                end);
    }
}
