package org.tocsin.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.json.Json;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.desk.FeedDesk;
import org.tocsin.gateway.desk.Opml;
import org.tocsin.gateway.route.Problem.Fault;

/** The feeds, one by one or as OPML, and what reading them came to. */
final class FeedRoutes implements Routes {

    private static final Set<String> JSON = Set.of("application/json");
    private static final String OPML = "text/x-opml";

    private final Boards boards;
    private final FeedDesk desk;

    FeedRoutes(Boards boards, FeedDesk desk) {
        this.boards = boards;
        this.desk = desk;
    }

    record Feeds(List<Feed> feeds) {}

    record Reports(List<FeedReport> reports) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/feeds", ctx -> Api.json(ctx, new Feeds(boards.feeds().values())));
        routes.post(Api.ROOT + "/feeds", this::add);
        // Before {id}, which would take these for feeds.
        routes.get(
                Api.ROOT + "/feeds/reports",
                ctx -> Api.json(ctx, new Reports(boards.feedReports().values())));
        routes.get(Api.ROOT + "/feeds/opml", this::exportOpml);
        routes.post(Api.ROOT + "/feeds/opml", this::importOpml);
        routes.get(Api.ROOT + "/feeds/{id}", this::show);
        routes.delete(Api.ROOT + "/feeds/{id}", this::remove);
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Api.json(ctx, boards.feeds().get(id).orElseThrow(() -> unknown(id)));
    }

    private void add(Context ctx) {
        JsonNode json = json(Api.body(ctx, JSON));
        String url = json.path("url").asText("").strip();
        if (!Opml.isWebAddress(url)) {
            throw Problem.badRequest("url must be an http or https address, not '" + url + "'");
        }
        Feed feed =
                Feed.at(url)
                        .titled(text(json, "title"))
                        .from(text(json, "source"))
                        .speaking(text(json, "language"))
                        .enabled(json.path("enabled").asBoolean(true));
        boolean isNew = boards.feeds().get(feed.id()).isEmpty();
        desk.save(List.of(feed), Api.user(ctx));
        ctx.status(isNew ? 201 : 200);
        Api.json(ctx, feed);
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        if (!desk.remove(id, Api.user(ctx))) {
            throw unknown(id);
        }
        ctx.status(204);
    }

    private void exportOpml(Context ctx) {
        ctx.contentType(OPML).result(Opml.write(boards.feeds().values()));
    }

    private void importOpml(Context ctx) {
        String body = Api.body(ctx, Set.of(OPML, "text/xml", "application/xml"));
        try {
            Api.json(ctx, new Feeds(desk.save(Opml.read(body), Api.user(ctx))));
        } catch (Opml.BadOpml e) {
            var fault = new Fault(e.line(), e.column(), e.getMessage());
            throw Problem.unprocessable("OPML refused", List.of(fault)).refused();
        }
    }

    private static JsonNode json(String body) {
        try {
            return Json.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw Problem.badRequest("not JSON: " + e.getOriginalMessage());
        }
    }

    private static String text(JsonNode json, String field) {
        String text = json.path(field).asText("").strip();
        return text.isEmpty() ? null : text;
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("there is no feed " + id);
    }
}
