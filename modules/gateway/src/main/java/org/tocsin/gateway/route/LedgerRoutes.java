package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.ledger.RuleLedger;
import org.tocsin.gateway.board.AlertBoard;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.preview.LogSearch;
import org.tocsin.gateway.preview.Preview;

/** How useful a watchlist's alerts were, by what analysts said of them. */
final class LedgerRoutes implements Routes {

    private final Boards boards;

    /** Null where there is none. */
    private final LogSearch log;

    LedgerRoutes(Boards boards, LogSearch log) {
        this.boards = boards;
        this.log = log;
    }

    /**
     * The alerts that are held, or those of a span of the log, by kind.
     *
     * @param since when the span began, or the oldest alert of any watchlist was rung that is held;
     *     null for none
     */
    record Count(int alerts, Map<Alert.Kind, Integer> kinds, Instant since) {

        static Count of(String watchlist, AlertBoard board) {
            var kinds = new EnumMap<Alert.Kind, Integer>(Alert.Kind.class);
            List<Alert> held = board.alerts().values();
            held.stream()
                    .filter(alert -> alert.watchlist().equals(watchlist))
                    .forEach(alert -> kinds.merge(alert.kind(), 1, Integer::sum));
            return of(kinds, held.stream().map(Alert::time).min(Instant::compareTo).orElse(null));
        }

        static Count of(Map<Alert.Kind, Integer> kinds, Instant since) {
            return new Count(
                    kinds.values().stream().mapToInt(Integer::intValue).sum(), kinds, since);
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
        Duration span = Spans.duration(ctx, "span", Duration.ZERO, Spans.LONGEST);
        Api.json(
                ctx,
                new Page(
                        id,
                        watchlist.version(),
                        watchlist.state(),
                        span.isZero() ? Count.of(id, boards.alerts()) : logged(id, false, span),
                        span.isZero() ? Count.of(id, boards.watching()) : logged(id, true, span),
                        RuleLedger.of(id, boards.verdicts().values())));
    }

    private Count logged(String watchlist, boolean watching, Duration span) {
        Preview.Span last = Spans.log(log).last(span);
        try {
            return Count.of(log.alerts(watchlist, watching, last), last.from());
        } catch (LogSearch.GivenUp e) {
            throw Spans.givenUp(e);
        }
    }
}
