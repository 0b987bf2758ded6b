package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.EventTopic;

/** Who is meant by a name, and which topics of events there are. */
final class LexiconRoutes implements Routes {

    private final Lexicon lexicon;

    LexiconRoutes(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    record Named(
            String id,
            String name,
            ActorType type,
            String wikidata,
            String country,
            List<String> names) {

        static Named of(Actor actor) {
            return new Named(
                    actor.id(),
                    actor.name(),
                    actor.type(),
                    actor.wikidata(),
                    actor.country(),
                    actor.names());
        }
    }

    /** {@code suggestions} are names that are spelt alike, where nobody bears the one asked for. */
    record Found(List<Named> actors, List<String> suggestions) {}

    record Topic(String id, String plover, String mediatopic) {}

    record EventTopics(List<Topic> topics) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/lexicon", this::lookUp);
        routes.get(Api.ROOT + "/lexicon/topics", LexiconRoutes::topics);
    }

    private void lookUp(Context ctx) {
        String name = ctx.queryParam("name");
        if (name == null || name.isBlank()) {
            throw Problem.badRequest("which name? ask with ?name=…");
        }
        List<Named> actors = lexicon.named(name).stream().map(Named::of).toList();
        Api.json(ctx, new Found(actors, actors.isEmpty() ? lexicon.suggestions(name) : List.of()));
    }

    private static void topics(Context ctx) {
        var topics =
                List.of(EventTopic.values()).stream()
                        .map(topic -> new Topic(topic.id(), topic.plover(), topic.mediatopic()))
                        .toList();
        Api.json(ctx, new EventTopics(topics));
    }
}
