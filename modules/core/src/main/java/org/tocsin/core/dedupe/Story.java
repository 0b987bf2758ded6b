package org.tocsin.core.dedupe;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * A story as it runs: its independent origins so far, sorted, and the event time of its latest
 * telling. {@code seen} is the archive's clock when it was last told.
 */
public record Story(String id, List<String> origins, Instant latest, Instant seen) {

    public Story {
        origins = List.copyOf(origins);
    }

    static Story opened(String id, Instant at, Instant now) {
        return new Story(id, List.of(), at, now);
    }

    Story told(Instant at, Instant now) {
        return new Story(id, origins, at.isAfter(latest) ? at : latest, now);
    }

    Story by(String origin) {
        if (origins.contains(origin)) {
            return this;
        }
        var more = new TreeSet<>(origins);
        more.add(origin);
        return new Story(id, List.copyOf(more), latest, seen);
    }
}
