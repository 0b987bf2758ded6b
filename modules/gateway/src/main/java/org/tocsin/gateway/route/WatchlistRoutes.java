package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;
import static org.tocsin.gateway.access.Permission.WATCH;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import org.tocsin.core.lexicon.LiveLexicon;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.WatchlistWarnings;
import org.tocsin.core.watch.yaml.WatchlistYaml;
import org.tocsin.gateway.board.Latest;
import org.tocsin.gateway.desk.WatchlistDesk;

/** The watchlists: the object of the YAML files as JSON; YAML is taken and given as well. */
final class WatchlistRoutes implements Routes {

    private static final String YAML = WatchlistBody.YAML;

    private final Latest<Watchlist> saved;
    private final WatchlistDesk desk;
    private final LiveLexicon lexicon;

    WatchlistRoutes(Latest<Watchlist> saved, WatchlistDesk desk, LiveLexicon lexicon) {
        this.saved = saved;
        this.desk = desk;
        this.lexicon = lexicon;
    }

    record SavedWatchlists(List<WatchlistDesk.Saved> saved, List<Warning> warnings) {}

    /** What makes sense and may yet not be meant; {@code offset} counts UTF-16 units. */
    record Warning(String watchlist, String field, int offset, String message) {}

    /** Nobody reads more. */
    private static final int MOST_WARNINGS = 1_000;

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/watchlists", this::list, READ);
        routes.post(Api.ROOT + "/watchlists", this::saveAll, WATCH);
        routes.get(Api.ROOT + "/watchlists/{id}", this::show, READ);
        routes.put(Api.ROOT + "/watchlists/{id}", this::save, WATCH);
        routes.delete(Api.ROOT + "/watchlists/{id}", this::delete, WATCH);
    }

    private void list(Context ctx) {
        if (wantsYaml(ctx)) {
            Api.text(ctx, YAML, WatchlistYaml.write(saved.values()));
        } else {
            Listing.of("watchlists", saved.values(), Watchlist::id).send(ctx);
        }
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Watchlist watchlist = saved.get(id).orElseThrow(() -> unknown(id));
        if (wantsYaml(ctx)) {
            ctx.header("ETag", ETags.of(watchlist));
            Api.text(ctx, YAML, WatchlistYaml.write(List.of(watchlist)));
        } else {
            ETags.send(ctx, watchlist);
        }
    }

    private void saveAll(Context ctx) {
        List<Watchlist> read = WatchlistBody.read(ctx, lexicon.now());
        List<WatchlistDesk.Saved> done = desk.save(read, Api.author(ctx));
        if (done.size() == 1 && done.get(0).outcome() == WatchlistDesk.Outcome.CREATED) {
            Watchlist one = done.get(0).watchlist();
            ctx.status(201).header("Location", Api.ROOT + "/watchlists/" + one.id());
            ctx.header("ETag", ETags.of(one));
        }
        Api.json(ctx, new SavedWatchlists(done, warnings(read)));
    }

    private List<Warning> warnings(List<Watchlist> read) {
        return read.stream()
                .flatMap(
                        one ->
                                WatchlistWarnings.of(one, lexicon.now()).stream()
                                        .map(
                                                w ->
                                                        new Warning(
                                                                one.id(),
                                                                w.field(),
                                                                w.offset(),
                                                                w.message())))
                .limit(MOST_WARNINGS)
                .toList();
    }

    private void save(Context ctx) {
        String id = ctx.pathParam("id");
        List<Watchlist> read = WatchlistBody.read(ctx, lexicon.now(), id);
        if (read.size() != 1 || !read.get(0).id().equals(id)) {
            throw Problem.badRequest("the body must be the one watchlist " + id);
        }
        Integer expected = ETags.expected(ctx);
        WatchlistDesk.Saved result =
                ETags.orOvertaken(() -> desk.save(read.get(0), Api.author(ctx), expected));
        ctx.status(result.outcome() == WatchlistDesk.Outcome.CREATED ? 201 : 200);
        ETags.send(ctx, result.watchlist());
    }

    private void delete(Context ctx) {
        String id = ctx.pathParam("id");
        Integer expected = ETags.expected(ctx);
        if (!ETags.orOvertaken(() -> desk.delete(id, Api.author(ctx), expected))) {
            throw unknown(id);
        }
        ctx.status(204);
    }

    private static boolean wantsYaml(Context ctx) {
        String accept = ctx.header("Accept");
        return accept != null && accept.contains(YAML);
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("there is no watchlist " + id);
    }
}
