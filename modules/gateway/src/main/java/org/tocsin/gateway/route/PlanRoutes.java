package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.desk.WatchlistDesk.Outcome;

/** What a file of watchlists would change, before anybody saves it. */
final class PlanRoutes implements Routes {

    private final Boards boards;

    PlanRoutes(Boards boards) {
        this.boards = boards;
    }

    /**
     * What would become of one of them.
     *
     * @param version that it has now, 0 for none
     * @param changes by key; none unless it is changed
     */
    record Planned(
            Watchlist watchlist,
            Outcome outcome,
            int version,
            List<VersionRoutes.Changed> changes) {}

    record Plan(List<Planned> planned) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.post(Api.ROOT + "/watchlists/plan", this::plan, READ);
    }

    private void plan(Context ctx) {
        List<Watchlist> read = WatchlistBody.read(ctx, boards.lexicon().now());
        Api.json(ctx, new Plan(read.stream().map(this::planned).toList()));
    }

    private Planned planned(Watchlist watchlist) {
        Optional<Watchlist> now = boards.watchlists().get(watchlist.id());
        if (now.isEmpty()) {
            return new Planned(watchlist, Outcome.CREATED, 0, List.of());
        }
        List<VersionRoutes.Changed> changes = VersionRoutes.changes(now.get(), watchlist);
        Outcome outcome = changes.isEmpty() ? Outcome.UNCHANGED : Outcome.CHANGED;
        return new Planned(watchlist, outcome, now.get().version(), changes);
    }
}
