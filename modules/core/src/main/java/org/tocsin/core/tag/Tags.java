package org.tocsin.core.tag;

import java.util.List;
import java.util.Objects;

/** All that was recognised in the article of that id. {@code language} is null when unknown. */
public record Tags(String id, String language, List<ActorTag> actors, List<EventTag> events) {

    public Tags {
        Objects.requireNonNull(id, "id");
        actors = List.copyOf(actors);
        events = List.copyOf(events);
    }
}
