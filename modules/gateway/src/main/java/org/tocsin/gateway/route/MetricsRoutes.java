package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPERATE;

import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/** What Prometheus scrapes. */
final class MetricsRoutes implements Routes {

    private final PrometheusMeterRegistry meters;

    MetricsRoutes(PrometheusMeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(
                "/metrics",
                ctx -> ctx.contentType("text/plain; charset=utf-8").result(meters.scrape()),
                OPERATE);
    }
}
