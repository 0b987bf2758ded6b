package org.tocsin.core.lexicon;

import java.util.List;
import java.util.Objects;
import org.tocsin.core.tag.ActorType;

/**
 * Somebody or something that can act or be acted on.
 *
 * <p>{@code id} is stable, English, kebab-case; {@code name} the English label; {@code wikidata} a
 * Q id or null; {@code country} an actor id or null. {@code names} are all its full names in any
 * script, the label first. {@code aliases} name it too, but weakly: a surname that is enough alone.
 * {@code adjectives} name it only before its forces and officials ("Turkish soldiers"). {@code
 * seats} are buildings and cities that speak for it ("the Kremlin"). {@code capitalOf} is the id of
 * the state that a capital speaks for, else null. {@code traps} are words that, near the name, show
 * that something else is meant (a turkey in an oven). {@code roles} are the offices that a person
 * held, in no order.
 */
public record Actor(
        String id,
        String name,
        ActorType type,
        String wikidata,
        String country,
        List<String> names,
        List<String> aliases,
        List<String> adjectives,
        List<String> seats,
        String capitalOf,
        List<String> traps,
        List<Role> roles) {

    public Actor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(type, "type");
        names = List.copyOf(names);
        aliases = List.copyOf(aliases);
        adjectives = List.copyOf(adjectives);
        seats = List.copyOf(seats);
        traps = List.copyOf(traps);
        roles = List.copyOf(roles);
    }

    /** An actor with nothing but names; the label is added in front when missing. */
    public static Actor named(String id, String name, ActorType type, List<String> names) {
        var all = new java.util.LinkedHashSet<String>();
        all.add(name);
        all.addAll(names);
        List<String> none = List.of();
        return new Actor(
                id,
                name,
                type,
                null,
                null,
                List.copyOf(all),
                none,
                none,
                none,
                null,
                none,
                List.of());
    }

    Actor with(String itsWikidata, String itsCountry) {
        return new Actor(
                id,
                name,
                type,
                itsWikidata,
                itsCountry,
                names,
                aliases,
                adjectives,
                seats,
                capitalOf,
                traps,
                roles);
    }
}
