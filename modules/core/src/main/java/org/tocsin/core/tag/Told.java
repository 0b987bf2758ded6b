package org.tocsin.core.tag;

/** An event as it goes out, with the rule and the claim that decided it. */
record Told(EventTag tag, PhraseIndex.Hit<EventRule> hit, Claims.Claim claim, Reading reading) {

    Told withRolesOf(EventTag other) {
        var joined =
                new EventTag(
                        tag.topic(),
                        tag.modality(),
                        tag.plover(),
                        tag.mediatopic(),
                        other.actor(),
                        other.target(),
                        tag.field(),
                        tag.start(),
                        tag.end(),
                        tag.text(),
                        tag.sentence());
        return new Told(joined, hit, claim, reading);
    }
}
