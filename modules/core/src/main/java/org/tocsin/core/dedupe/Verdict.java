package org.tocsin.core.dedupe;

import java.util.Objects;

/**
 * What an article is among those that came before it.
 *
 * <p>{@code of} is the article that it repeats, revises or copies, null where it is new; {@code
 * story} the thread it belongs to; {@code similarity} from 0 to 1, how much of it is in {@code of};
 * {@code origins} how many independent origins the story has so far.
 */
public record Verdict(
        String id, Kind verdict, String of, String story, double similarity, int origins) {

    /**
     * REPEAT: the same item unchanged. REVISION: the same item changed. COPY: another, same body.
     */
    public enum Kind {
        NEW,
        REPEAT,
        REVISION,
        COPY
    }

    public Verdict {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(story, "story");
        if ((verdict == Kind.NEW) != (of == null)) {
            throw new IllegalArgumentException(verdict + " of " + of);
        }
    }
}
