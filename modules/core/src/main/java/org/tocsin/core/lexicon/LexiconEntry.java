package org.tocsin.core.lexicon;

import java.time.Instant;
import java.util.LinkedHashSet;
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

    /** The same, said by somebody at some time. */
    public LexiconEntry said(String whoSays, Instant when) {
        return new LexiconEntry(id, name, type, wikidata, country, names, whoSays, when);
    }

    /** The actor so changed; a new one where there was none. What is shipped stays beside it. */
    Actor over(Actor shipped) {
        if (shipped == null) {
            Actor named = Actor.named(id, name, type, names);
            return named.with(wikidata, country);
        }
        var all = new LinkedHashSet<String>();
        all.add(name);
        all.addAll(shipped.names());
        all.addAll(names);
        return new Actor(
                id,
                name,
                type,
                wikidata == null ? shipped.wikidata() : wikidata,
                country == null ? shipped.country() : country,
                List.copyOf(all),
                shipped.aliases(),
                shipped.adjectives(),
                shipped.seats(),
                shipped.capitalOf(),
                shipped.traps(),
                shipped.roles());
    }
}
