package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;

/** Reads an actor's name and finds whom it names. */
final class ActorParser {

    private final Tokens tokens;
    private final Lexicon lexicon;
    private final Faults faults;

    /** Without a lexicon every name stands for nobody. */
    ActorParser(Tokens tokens, Lexicon lexicon, Faults faults) {
        this.tokens = tokens;
        this.lexicon = lexicon;
        this.faults = faults;
    }

    ActorName actor() throws BadQuery {
        Token name = tokens.take();
        if (name.kind() != Token.Kind.WORD && name.kind() != Token.Kind.QUOTED) {
            throw new BadQuery(name.start(), "expected an actor's name, found " + name.shown());
        }
        boolean widened = tokens.peek().is("+") && name.touches(tokens.peek());
        if (widened) {
            tokens.take();
        }
        List<Actor> actors = lexicon == null ? List.of() : actors(name, widened);
        return new ActorName(
                name.text(),
                widened,
                actors.stream().map(Actor::id).toList(),
                actors.stream().map(Actor::type).collect(Collectors.toSet()));
    }

    private List<Actor> actors(Token name, boolean widened) throws BadQuery {
        // Of several that share a name the first is the best known; the others have an id.
        Actor actor = lexicon.named(name.text()).stream().findFirst().orElse(null);
        if (actor == null) {
            faults.note(unknown(name));
            return List.of();
        }
        return widened ? circleOf(actor) : List.of(actor);
    }

    private BadQuery unknown(Token name) {
        return new BadQuery(
                name.start(),
                "the lexicon knows no actor '"
                        + name.text()
                        + "'"
                        + Nearest.hint(suggestions(name.text())));
    }

    /** One name of each whom it may mean. */
    private List<String> suggestions(String name) {
        var nearest = new LinkedHashMap<Actor, String>();
        for (String near : lexicon.suggestions(name)) {
            lexicon.named(near).stream()
                    .findFirst()
                    .ifPresent(actor -> nearest.putIfAbsent(actor, near));
        }
        return List.copyOf(nearest.values());
    }

    /** The actor, its persons and groups, and its capital; of its other places none. */
    private List<Actor> circleOf(Actor centre) {
        var circle = new ArrayList<Actor>();
        circle.add(centre);
        for (Actor actor : lexicon.actors()) {
            boolean belongs =
                    actor.type() != ActorType.PLACE
                            && actor.type() != ActorType.COUNTRY
                            && centre.id().equals(actor.country());
            if (belongs || centre.id().equals(actor.capitalOf())) {
                circle.add(actor);
            }
        }
        return circle;
    }
}
