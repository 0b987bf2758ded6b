package org.tocsin.gateway.route;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes behind one port. A port of 0 means any free one; {@link #port} says which. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    private final Javalin javalin;

    private HttpServer(Javalin javalin) {
        this.javalin = javalin;
    }

    /** The address is somebody else's; the message says so, and what to set. */
    public static final class PortTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        PortTaken(String host, int port, Throwable cause) {
            super(
                    "%s:%d is taken by another program; set TOCSIN_HTTP_PORT to a free port, or 0 for any"
                            .formatted(host, port),
                    cause);
        }
    }

    /**
     * @throws PortTaken when something else listens there
     */
    public static HttpServer start(String host, int port, List<? extends Routes> routes) {
        Javalin javalin = Javalin.create(config -> configure(config, host, routes));
        try {
            return new HttpServer(javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortTaken(host, port, e);
        }
    }

    private static void configure(
            JavalinConfig config, String host, List<? extends Routes> routes) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        new Guard(host).addTo(config.routes);
        routes.forEach(some -> some.addTo(config.routes));
        config.routes.exception(
                Problem.Refused.class, (refused, ctx) -> Api.problem(ctx, refused.problem()));
        config.routes.exception(
                HttpResponseException.class,
                (e, ctx) ->
                        Api.problem(
                                ctx, Problem.of(e.getStatus(), e.getMessage(), e.getMessage())));
        config.routes.exception(
                Exception.class,
                (e, ctx) -> {
                    LOG.error("a request failed; method={} path={}", ctx.method(), ctx.path(), e);
                    Api.problem(ctx, Problem.of(500, "Failed", "see the gateway's log"));
                });
        config.routes.error(404, HttpServer::explainUnknownPath);
    }

    private static void explainUnknownPath(io.javalin.http.Context ctx) {
        if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
            Api.problem(ctx, Problem.of(404, "Not found", "there is nothing at " + ctx.path()));
        }
    }

    /** What is answered, each as METHOD PATH; what runs before every request is left out. */
    List<String> endpoints() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
                .toList();
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
