package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.board.Tally;
import org.tocsin.gateway.board.Volume;

/** How much rang of late. */
final class VolumeRoutes implements Routes {

    private static final int USUAL = 48;
    private static final int MOST = 30 * 24;

    private final Boards boards;
    private final Supplier<Instant> now;

    VolumeRoutes(Boards boards, Supplier<Instant> now) {
        this.boards = boards;
        this.now = now;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/volume", this::show, READ);
    }

    private void show(Context ctx) {
        Tally tally = boards.alerts().tally();
        String watchlist = ctx.queryParam("watchlist");
        if (ctx.queryParam("from") == null) {
            Instant end = Spans.time(ctx, "to", now.get().plusNanos(1)).minusNanos(1);
            Api.json(ctx, Volume.of(tally, watchlist, end, hours(ctx)));
            return;
        }
        Instant from = Spans.time(ctx, "from", null).truncatedTo(ChronoUnit.HOURS);
        Instant to = wholeHours(Spans.time(ctx, "to", now.get()));
        if (!from.isBefore(to) || from.plus(MOST, ChronoUnit.HOURS).isBefore(to)) {
            throw Problem.badRequest("a volume is of at most 30 days, from before to");
        }
        Api.json(ctx, Volume.of(tally, watchlist, from, to));
    }

    private static Instant wholeHours(Instant end) {
        Instant hour = end.truncatedTo(ChronoUnit.HOURS);
        return hour.equals(end) ? hour : hour.plus(1, ChronoUnit.HOURS);
    }

    private static int hours(Context ctx) {
        String hours = ctx.queryParam("hours");
        if (hours == null) {
            return USUAL;
        }
        if (!hours.matches("[1-9]\\d{0,2}") || Integer.parseInt(hours) > MOST) {
            throw Problem.badRequest("hours is a number from 1 to " + MOST + ", not " + hours);
        }
        return Integer.parseInt(hours);
    }
}
