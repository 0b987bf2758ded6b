package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.gateway.board.StoryBoard;
import org.tocsin.gateway.log.Position;
import org.tocsin.gateway.stream.EventStream;

/** The stories of late, their tellings, and single articles in full. */
final class StoryRoutes implements Routes {

    private final StoryBoard stories;
    private final EventStream<TaggedTelling> stream;

    StoryRoutes(StoryBoard stories, EventStream<TaggedTelling> stream) {
        this.stories = stories;
        this.stream = stream;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/stories", this::list, READ);
        // Before {story}, which would take "stream" for one.
        routes.get(Api.ROOT + "/stories/stream", stream, READ);
        routes.get(Api.ROOT + "/stories/{story}", this::show, READ);
        routes.get(Api.ROOT + "/articles/{article}", this::article, READ);
    }

    private void list(Context ctx) {
        Position position = stories.tellings().reached();
        Listing.of(
                        "stories",
                        stories.stories(),
                        story -> Listing.latestFirst(story.latest(), story.id()))
                .with("position", position.toString())
                .usually(100)
                .send(ctx);
    }

    private void show(Context ctx) {
        String story = ctx.pathParam("story");
        Api.json(
                ctx,
                stories.story(story)
                        .orElseThrow(() -> Problem.notFound("no story " + story + " is held")));
    }

    private void article(Context ctx) {
        String article = ctx.pathParam("article");
        Api.json(
                ctx,
                stories.article(article)
                        .orElseThrow(() -> Problem.notFound("no article " + article + " is held")));
    }
}
