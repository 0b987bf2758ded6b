package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.PREVIEW;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.preview.Rehearsal;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.preview.Preview;
import org.tocsin.gateway.preview.Previews;

/** What a watchlist would have rung over the last hours or days of the log. */
final class PreviewRoutes implements Routes {

    private static final Duration USUAL = Duration.ofHours(24);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final Boards boards;
    private final Previews previews;

    PreviewRoutes(Boards boards, Previews previews) {
        this.boards = boards;
        this.previews = previews;
    }

    /** A preview without its result, as a list shows it. */
    record Line(
            String id,
            Preview.State state,
            String watchlist,
            Instant from,
            Instant to,
            double progress) {

        static Line of(Preview preview) {
            Preview.View view = preview.view();
            return new Line(
                    view.id(),
                    view.state(),
                    view.watchlist().id(),
                    view.from(),
                    view.to(),
                    view.progress());
        }
    }

    record Lines(List<Line> previews) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/watchlists/preview", ctx -> start(ctx, one(ctx)), PREVIEW);
        routes.post(Api.ROOT + "/watchlists/{id}/preview", ctx -> start(ctx, named(ctx)), PREVIEW);
        routes.get(
                Api.ROOT + "/previews",
                ctx -> Api.json(ctx, new Lines(previews.list().stream().map(Line::of).toList())),
                READ);
        routes.get(Api.ROOT + "/previews/{preview}", this::show, READ);
        routes.delete(Api.ROOT + "/previews/{preview}", this::cancel, PREVIEW);
    }

    private Watchlist one(Context ctx) {
        List<Watchlist> read = WatchlistBody.read(ctx, boards.lexicon().now());
        if (read.size() != 1) {
            throw Problem.badRequest("the body must be one watchlist");
        }
        return read.get(0);
    }

    /** The saved one, or an edit of it where there is a body. */
    private Watchlist named(Context ctx) {
        String id = ctx.pathParam("id");
        if (ctx.contentType() == null) {
            return boards.watchlists()
                    .get(id)
                    .orElseThrow(() -> Problem.notFound("there is no watchlist " + id));
        }
        Watchlist edit = one(ctx);
        if (!edit.id().equals(id)) {
            throw Problem.badRequest("the body must be the one watchlist " + id);
        }
        return edit;
    }

    private void start(Context ctx, Watchlist watchlist) throws InterruptedException {
        Preview.Span span = span(ctx);
        Duration wait = Spans.duration(ctx, "wait", Duration.ZERO, LONGEST_WAIT);
        Watchlist running = boards.watchlists().get(watchlist.id()).orElse(null);
        Preview preview =
                previews.start(watchlist, span, rehearsal(watchlist, running))
                        .orElseThrow(PreviewRoutes::tooMany);
        preview.await(wait);
        Preview.View view = preview.view();
        ctx.status(view.state() == Preview.State.DONE ? 200 : 202);
        ctx.header("Location", Api.ROOT + "/previews/" + preview.id());
        Api.json(ctx, view);
    }

    private Rehearsal rehearsal(Watchlist watchlist, Watchlist running) {
        try {
            return Rehearsal.of(watchlist, running, boards.lexicon().now());
        } catch (BadWatchlist e) {
            // The one to try was read just now; so it is a saved one that names an actor now gone.
            throw Problem.unprocessable("Watchlist refused", WatchlistBody.faults(e)).refused();
        }
    }

    private static Problem.Refused tooMany() {
        return Problem.of(429, "Too many previews", "wait for others, or cancel one").refused();
    }

    private Preview.Span span(Context ctx) {
        String from = ctx.queryParam("from");
        String to = ctx.queryParam("to");
        Instant end = to == null ? previews.now() : instant(to, "to");
        Instant begin =
                from == null
                        ? end.minus(Spans.duration(ctx, "span", USUAL, Spans.LONGEST))
                        : instant(from, "from");
        if (!begin.isBefore(end) || begin.isBefore(end.minus(Spans.LONGEST))) {
            throw Problem.badRequest("a preview runs over at most 30 days, from before to");
        }
        return new Preview.Span(begin, end);
    }

    private static Instant instant(String text, String name) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Problem.badRequest(name + " is a time as 2026-03-02T12:00:00Z, not " + text);
        }
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("preview");
        Api.json(ctx, previews.find(id).orElseThrow(() -> unknown(id)).view());
    }

    private void cancel(Context ctx) {
        String id = ctx.pathParam("preview");
        if (!previews.remove(id)) {
            throw unknown(id);
        }
        ctx.status(204);
    }

    private static Problem.Refused unknown(String id) {
        return Problem.notFound("there is no preview " + id + " in this process");
    }
}
