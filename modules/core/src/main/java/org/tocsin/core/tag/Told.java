package org.tocsin.core.tag;

/** An event as it goes out, with the rule and the claim that decided it. */
record Told(EventTag tag, PhraseIndex.Hit<EventRule> hit, Claims.Claim claim, Reading reading) {

    static Told of(
            Reading reading,
            int sentence,
            PhraseIndex.Hit<EventRule> hit,
            Claims.Claim claim,
            Roles roles) {
        EventTopic topic = hit.meaning().topic();
        int start = reading.words.start(hit.from());
        int stop = reading.words.end(hit.to() - 1);
        var tag =
                new EventTag(
                        topic.id(),
                        claim.modality(),
                        topic.plover(),
                        topic.mediatopic(),
                        roles.actor(),
                        roles.target(),
                        reading.field,
                        start,
                        stop,
                        reading.text.substring(start, stop),
                        sentence);
        return new Told(tag, hit, claim, reading);
    }

    /** One topic in one sentence, however many words tell it. */
    boolean isOfOneMention(Told other) {
        return tag.sentence() == other.tag.sentence()
                && tag.field().equals(other.tag.field())
                && tag.topic().equals(other.tag.topic());
    }

    /** It is of the name's sentence and gives whom it names a role. */
    boolean hasRole(Found name) {
        String id = name.actor().id();
        return tag.sentence() == name.sentence()
                && (tag.actor().contains(id) || tag.target().contains(id));
    }

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
