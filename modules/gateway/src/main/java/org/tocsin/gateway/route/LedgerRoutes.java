package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.ledger.RuleLedger;
import org.tocsin.gateway.board.AlertBoard;
import org.tocsin.gateway.board.Boards;

/** How useful a watchlist's alerts were, by what analysts said of them. */
final class LedgerRoutes implements Routes {

    private final Boards boards;

    LedgerRoutes(Boards boards) {
        this.boards = boards;
    }

    /**
     * The alerts that are held, by kind.
     *
     * @param since when the oldest alert of any watchlist was rung that is held; null for none
     */
    record Count(int alerts, Map<Alert.Kind, Integer> kinds, Instant since) {

        static Count of(String watchlist, AlertBoard board) {
            var kinds = new EnumMap<Alert.Kind, Integer>(Alert.Kind.class);
            List<Alert> held = board.alerts().values();
            held.stream()
                    .filter(alert -> alert.watchlist().equals(watchlist))
                    .forEach(alert -> kinds.merge(alert.kind(), 1, Integer::sum));
            return new Count(
                    kinds.values().stream().mapToInt(Integer::intValue).sum(),
                    kinds,
                    held.stream().map(Alert::time).min(Instant::compareTo).orElse(null));
        }
    }

    record Page(
            String watchlist,
            int version,
            Watchlist.State state,
            Count rang,
            Count wouldHaveRung,
            RuleLedger judged) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/watchlists/{id}/ledger", this::show, READ);
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        Watchlist watchlist =
                boards.watchlists()
                        .get(id)
                        .orElseThrow(() -> Problem.notFound("there is no watchlist " + id));
        Api.json(
                ctx,
                new Page(
                        id,
                        watchlist.version(),
                        watchlist.state(),
                        Count.of(id, boards.alerts()),
                        Count.of(id, boards.watching()),
                        RuleLedger.of(id, boards.verdicts().values())));
    }
}
