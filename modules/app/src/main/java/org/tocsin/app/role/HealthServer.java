package org.tocsin.app.role;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;
import org.tocsin.app.embedded.CannotStart;

/**
 * What an orchestrator and Prometheus ask of a process: {@code /health/live}, {@code
 * /health/ready}, {@code /metrics}. For the roles that have no other HTTP server.
 */
public final class HealthServer implements AutoCloseable {

    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    private HealthServer(HttpServer server, Ensemble ensemble) {
        this.server = server;
        ensemble.parts().forEach(part -> part.meters().accept(meters));
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        garbage.bindTo(meters);
        serve("/health/live", ensemble::isLive);
        serve("/health/ready", ensemble::isReady);
        server.createContext(
                "/metrics", exchange -> send(exchange, OK, "text/plain", meters.scrape()));
        server.createContext("/", exchange -> send(exchange, 404, "text/plain", "not here\n"));
        server.start();
    }

    /** Answers for the parts that the ensemble has by now; port 0 takes a free one. */
    public static HealthServer start(String host, int port, Ensemble ensemble) throws CannotStart {
        try {
            return new HealthServer(
                    HttpServer.create(new InetSocketAddress(host, port), 0), ensemble);
        } catch (IOException e) {
            throw new CannotStart(
                    "port %d is taken; set TOCSIN_HEALTH_PORT to another".formatted(port), e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void serve(String path, BooleanSupplier well) {
        server.createContext(
                path,
                exchange -> {
                    boolean up = well.getAsBoolean();
                    String body = "{\"status\":\"%s\"}".formatted(up ? "up" : "down");
                    send(exchange, up ? OK : UNAVAILABLE, "application/json", body);
                });
    }

    private static void send(HttpExchange exchange, int status, String type, String body)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        garbage.close();
        meters.close();
    }
}
