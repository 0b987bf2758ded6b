package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;
import static org.tocsin.gateway.access.Permission.TEACH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tocsin.core.audit.AuditEntry;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.LexiconEntry;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.tag.ActorType;
import org.tocsin.core.tag.EventTopic;
import org.tocsin.gateway.desk.Expected;
import org.tocsin.gateway.desk.LexiconDesk;

/**
 * Who is meant by a name, what analysts add to the lexicon, and which topics of events there are.
 */
final class LexiconRoutes implements Routes {

    private static final Set<String> JSON = Set.of("application/json");

    private final LiveLexicon lexicon;
    private final LexiconDesk desk;

    LexiconRoutes(LiveLexicon lexicon, LexiconDesk desk) {
        this.lexicon = lexicon;
        this.desk = desk;
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
        routes.get(Api.ROOT + "/lexicon", this::lookUp, READ);
        // Before {id}, which would take these for actors.
        routes.get(Api.ROOT + "/lexicon/topics", LexiconRoutes::topics, READ);
        routes.get(
                Api.ROOT + "/lexicon/additions",
                ctx -> Listing.of("additions", lexicon.entries(), LexiconEntry::id).send(ctx),
                READ);
        routes.get(Api.ROOT + "/lexicon/{id}", this::show, READ);
        routes.put(Api.ROOT + "/lexicon/{id}", this::save, TEACH);
        routes.delete(Api.ROOT + "/lexicon/{id}", this::takeBack, TEACH);
        routes.get(Api.ROOT + "/lexicon/{id}/history", this::history, READ);
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Actor actor =
                lexicon.now()
                        .byId(id)
                        .orElseThrow(() -> Problem.notFound("there is no actor " + id));
        lexicon.entries().stream()
                .filter(entry -> entry.id().equals(id))
                .findFirst()
                .ifPresent(addition -> ctx.header("ETag", ETags.of(addition)));
        Api.json(ctx, Named.of(actor));
    }

    private void save(Context ctx) {
        boolean forced = "true".equals(ctx.queryParam("force"));
        LexiconEntry entry =
                LexiconForm.read(ctx.pathParam("id"), Api.body(ctx, JSON), lexicon.now(), forced);
        Expected<LexiconEntry> expected = ETags.expecting(ctx, ETags::of);
        LexiconDesk.Saved saved =
                ETags.orOvertaken(() -> desk.save(entry, Api.user(ctx), expected));
        ctx.header("ETag", ETags.of(saved.entry()));
        ctx.status(saved.outcome() == LexiconDesk.Outcome.CREATED ? 201 : 200);
        Api.json(ctx, saved.entry());
    }

    private void takeBack(Context ctx) {
        String id = ctx.pathParam("id");
        Expected<LexiconEntry> expected = ETags.expecting(ctx, ETags::of);
        if (!ETags.orOvertaken(() -> desk.delete(id, Api.user(ctx), expected))) {
            throw Problem.notFound("there is no addition " + id);
        }
        ctx.status(204);
    }

    private void history(Context ctx) {
        String id = ctx.pathParam("id");
        List<AuditEntry> history = desk.history(id);
        if (history.isEmpty()) {
            throw Problem.notFound("there was no addition " + id);
        }
        Listing.of("history", history, Listing::inOrder).send(ctx);
    }

    private void lookUp(Context ctx) {
        String name = ctx.queryParam("name");
        if (name == null || name.isBlank()) {
            throw Problem.badRequest("which name? ask with ?name=…");
        }
        Lexicon now = lexicon.now();
        List<Named> actors = now.named(name).stream().map(Named::of).toList();
        Api.json(ctx, new Found(actors, actors.isEmpty() ? now.suggestions(name) : List.of()));
    }

    private static void topics(Context ctx) {
        var topics =
                List.of(EventTopic.values()).stream()
                        .map(topic -> new Topic(topic.id(), topic.plover(), topic.mediatopic()))
                        .toList();
        Api.json(ctx, new EventTopics(topics));
    }
}
