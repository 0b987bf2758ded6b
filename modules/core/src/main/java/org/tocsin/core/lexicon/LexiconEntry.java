package org.tocsin.core.lexicon;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.tag.ActorType;

/**
 * An actor added or changed by an analyst, over the shipped lexicon: what travels on {@code
 * news.lexicon}.
 *
 * <p>{@code names} are those beside the shipped ones, in any script; {@code wikidata}, {@code
 * country} (an actor id) and {@code by} are null when unknown.
 */
public record LexiconEntry(
        String id,
        String name,
        ActorType type,
        String wikidata,
        String country,
        List<String> names,
        String by,
        Instant time) {

    public LexiconEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(time, "time");
        names = names == null ? List.of() : List.copyOf(names);
    }
}
