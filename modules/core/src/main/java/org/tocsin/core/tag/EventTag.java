package org.tocsin.core.tag;

import java.util.List;

/**
 * One mention of a happening in a sentence. {@code topic} is an id of {@link EventTopic}; {@code
 * actor} are the ids of those who do it, {@code target} to whom or where; {@code plover} the PLOVER
 * event code, {@code mediatopic} the IPTC Media Topic or null; the rest as in {@link Mention}.
 */
public record EventTag(
        String topic,
        Modality modality,
        String plover,
        String mediatopic,
        List<String> actor,
        List<String> target,
        String field,
        int start,
        int end,
        String text,
        int sentence) {

    public EventTag {
        actor = List.copyOf(actor);
        target = List.copyOf(target);
    }
}
