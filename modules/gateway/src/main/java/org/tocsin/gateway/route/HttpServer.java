package org.tocsin.gateway.route;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.javalin.util.JavalinBindException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;

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
        return start(host, port, routes, ctx -> Principal.LOCAL);
    }

    /**
     * The same, for whom {@code caller} says a request comes from.
     *
     * @throws PortTaken when something else listens there
     */
    public static HttpServer start(
            String host,
            int port,
            List<? extends Routes> routes,
            Function<Context, Principal> caller) {
        Javalin javalin = Javalin.create(config -> configure(config, host, routes, caller));
        try {
            return new HttpServer(javalin.start(host, port));
        } catch (JavalinBindException e) {
            throw new PortTaken(host, port, e);
        }
    }

    private static void configure(
            JavalinConfig config,
            String host,
            List<? extends Routes> routes,
            Function<Context, Principal> caller) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        new Guard(host).addTo(config.routes);
        new Door(caller, path -> find(config, path)).addTo(config.routes);
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

    /** What answers a GET of that path; null where nothing does. */
    private static Endpoint find(JavalinConfig config, String path) {
        var entry = config.unsafe.internalRouter.findFirstHttpHandlerEntry(HandlerType.GET, path);
        return entry == null ? null : entry.endpoint;
    }

    private static void explainUnknownPath(Context ctx) {
        if (!Problem.MEDIA_TYPE.equals(ctx.res().getContentType())) {
            Api.problem(ctx, Problem.of(404, "Not found", "there is nothing at " + ctx.path()));
        }
    }

    /** What is answered, each as METHOD PATH; what runs before every request is left out. */
    List<String> endpoints() {
        return List.copyOf(permissions().keySet());
    }

    /** The same, with what a caller needs; null where the route does not say. */
    Map<String, Permission> permissions() {
        var permissions = new LinkedHashMap<String, Permission>();
        javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .forEach(
                        endpoint -> {
                            permissions.put(
                                    endpoint.method.name() + " " + endpoint.path,
                                    Door.declared(endpoint));
                        });
        return permissions;
    }

    public int port() {
        return javalin.port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
