package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.Boards;
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
        List<Alert> held =
                boards.alerts().alerts().values().stream()
                        .filter(AlertRoutes.ofWatchlist(ctx))
                        .toList();
        Api.json(ctx, Volume.of(held, now.get(), hours(ctx)));
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
