package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.AlertBoard;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.log.Position;
import org.tocsin.gateway.stream.EventStream;

/** The alert threads: as a list, one by one with all that is known of them, and as they ring. */
final class AlertRoutes implements Routes {

    private final Boards boards;
    private final AlertBoard alerts;
    private final EventStream<Alert> stream;

    AlertRoutes(Boards boards, EventStream<Alert> stream) {
        this.boards = boards;
        this.alerts = boards.alerts();
        this.stream = stream;
    }

    /**
     * A thread: how it stands, how it came there, the articles of it that are still held, and what
     * analysts said of it, null for nothing.
     */
    record Thread(
            Alert current,
            List<Alert> history,
            List<TaggedTelling> articles,
            VerdictRoutes.Said verdict) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/alerts", this::list, READ);
        // Before {thread}, which would take "stream" for one.
        routes.get(Api.ROOT + "/alerts/stream", stream, READ);
        routes.get(Api.ROOT + "/alerts/{thread}", this::show, READ);
    }

    private void list(Context ctx) {
        // Asked before the rows: what rings in between is then sent twice, not never.
        Position position = alerts.alerts().reached();
        boolean watching = "watching".equals(ctx.queryParam("state"));
        AlertBoard asked = watching ? boards.watching() : alerts;
        List<Alert> rows = asked.rows().stream().filter(AlertFilter.of(ctx)).toList();
        Listing.of("alerts", rows, alert -> Listing.latestFirst(alert.time(), alert.thread()))
                .with("position", position.toString())
                .usually(200)
                .send(ctx);
    }

    private void show(Context ctx) {
        String thread = ctx.pathParam("thread");
        Alert current =
                boards.thread(thread)
                        .orElseThrow(() -> Problem.notFound("no thread " + thread + " is held"));
        List<TaggedTelling> articles =
                current.articles().stream()
                        .map(boards.stories()::article)
                        .flatMap(Optional::stream)
                        .toList();
        var verdict = boards.verdicts().get(thread).map(VerdictRoutes.Said::of).orElse(null);
        Api.json(ctx, new Thread(current, boards.history(thread), articles, verdict));
    }
}
