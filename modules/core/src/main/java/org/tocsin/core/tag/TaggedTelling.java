package org.tocsin.core.tag;

import java.util.Objects;
import org.tocsin.core.dedupe.Telling;

/** A telling with what was recognised in it: what travels on {@code news.tagged}. */
public record TaggedTelling(Telling telling, Tags tags) {

    public TaggedTelling {
        Objects.requireNonNull(telling, "telling");
        Objects.requireNonNull(tags, "tags");
    }
}
