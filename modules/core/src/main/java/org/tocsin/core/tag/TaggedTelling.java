package org.tocsin.core.tag;

import java.util.Objects;
import org.tocsin.core.dedupe.Telling;

/**
 * A telling with what was recognised in it: what travels on {@code news.tagged}. {@code tagger} is
 * the version of the tagger ({@link Tagger#version}), empty when unknown.
 */
public record TaggedTelling(Telling telling, Tags tags, String tagger) {

    public TaggedTelling {
        Objects.requireNonNull(telling, "telling");
        Objects.requireNonNull(tags, "tags");
        tagger = tagger == null ? "" : tagger;
    }

    public TaggedTelling(Telling telling, Tags tags) {
        this(telling, tags, "");
    }
}
