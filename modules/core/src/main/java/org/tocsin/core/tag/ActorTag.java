package org.tocsin.core.tag;

import java.util.List;

/**
 * An actor that an article names. {@code name} is the English label; {@code wikidata} and {@code
 * country} (an actor id) are null when unknown.
 */
public record ActorTag(
        String id,
        String name,
        ActorType type,
        String wikidata,
        String country,
        List<Mention> mentions) {

    public ActorTag {
        mentions = List.copyOf(mentions);
    }
}
