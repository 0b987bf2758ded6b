package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPEN;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an orchestrator asks. Live: the process answers. Ready: the boards were rebuilt from the log
 * and are being kept up to date.
 */
final class HealthRoutes implements Routes {

    private final Supplier<Readiness> readiness;

    HealthRoutes(Supplier<Readiness> readiness) {
        this.readiness = readiness;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/health/live", ctx -> Api.json(ctx, Map.of("status", "up")), OPEN);
        routes.get("/health/ready", this::ready, OPEN);
    }

    private void ready(Context ctx) {
        Readiness now = readiness.get();
        ctx.status(now.ready() ? 200 : 503);
        Api.json(ctx, Map.of("status", now.ready() ? "up" : "down", "detail", now.detail()));
    }
}
