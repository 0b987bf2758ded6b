package org.tocsin.gateway.complete;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.tag.ActorTag;
import org.tocsin.core.tag.EventTag;
import org.tocsin.core.tag.TaggedTelling;

/** How many tellings of late speak of whom and what, and who told them. */
record Talk(
        Map<String, Integer> actors,
        Map<String, Integer> topics,
        Map<String, Integer> sources,
        Map<String, Integer> languages) {

    static Talk of(Collection<TaggedTelling> tellings) {
        var talk = new Talk(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (TaggedTelling telling : tellings) {
            telling.tags().actors().stream()
                    .map(ActorTag::id)
                    .distinct()
                    .forEach(id -> count(talk.actors, id));
            telling.tags().events().stream()
                    .map(EventTag::topic)
                    .distinct()
                    .forEach(topic -> count(talk.topics, topic));
            count(talk.sources, telling.telling().article().source());
            count(talk.languages, telling.tags().language());
        }
        return talk;
    }

    private static void count(Map<String, Integer> counts, String what) {
        if (what != null) {
            counts.merge(what, 1, Integer::sum);
        }
    }
}
