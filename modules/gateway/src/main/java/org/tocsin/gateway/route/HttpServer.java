package org.tocsin.gateway.route;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.router.ParsedEndpoint;
import io.javalin.util.JavalinBindException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tocsin.gateway.access.Limits;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.request.Requests;
import org.tocsin.wire.settings.Settings;

/** The routes behind one port. A port of 0 means any free one; {@link #port} says which. */
public final class HttpServer implements AutoCloseable {

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

    /** Where to listen, and whether whoever asks there must be on this machine. */
    public record Address(String host, int port, boolean loopbackOnly) {}

    /**
     * @throws PortTaken when something else listens there
     */
    public static HttpServer start(String host, int port, List<? extends Routes> routes) {
        var address = new Address(host, port, Settings.isLoopback(host));
        return start(address, routes, ctx -> Principal.LOCAL, new Limits(0, System::nanoTime));
    }

    /** The same for whom {@code caller} says, with requests that this process alone remembers. */
    static HttpServer start(
            Address address,
            List<? extends Routes> routes,
            Function<Context, Principal> caller,
            Limits limits) {
        var requests = Requests.ofThisProcess(Clock.systemUTC());
        return start(address, routes, new Visitors(caller, limits, requests));
    }

    /**
     * How visitors are met.
     *
     * @param caller who a request comes from
     * @param limits how often
     * @param requests what those that are to be done once came to
     */
    public record Visitors(Function<Context, Principal> caller, Limits limits, Requests requests) {}

    /**
     * The same, for these visitors.
     *
     * @throws PortTaken when something else listens there
     */
    public static HttpServer start(
            Address address, List<? extends Routes> routes, Visitors visitors) {
        Javalin javalin =
                Javalin.create(
                        config ->
                                configure(
                                        config,
                                        new Guard(address.loopbackOnly()),
                                        routes,
                                        visitors));
        try {
            return new HttpServer(javalin.start(address.host(), address.port()));
        } catch (JavalinBindException e) {
            throw new PortTaken(address.host(), address.port(), e);
        }
    }

    private static void configure(
            JavalinConfig config, Guard guard, List<? extends Routes> routes, Visitors visitors) {
        config.startup.showJavalinBanner = false;
        config.http.prefer405over404 = true;
        config.jetty.modifyServer(server -> server.setErrorHandler(new Unreadable()));
        guard.addTo(config.routes);
        new Door(visitors.caller(), path -> find(config, HandlerType.GET, path), visitors.limits())
                .addTo(config.routes);
        new QueryCheck(ctx -> find(config, ctx.method(), ctx.path())).addTo(config.routes);
        new Retries(visitors.requests()).addTo(config.routes);
        routes.forEach(some -> some.addTo(config.routes));
        new Failures().addTo(config.routes);
        // The framework calls everything text, also nothing.
        config.routes.after(HttpServer::untyped);
        answerHeads(config);
    }

    /** A HEAD says what a GET would (RFC 9110); the framework would say 200 to any. */
    private static void answerHeads(JavalinConfig config) {
        var router = config.unsafe.internalRouter;
        for (ParsedEndpoint parsed : List.copyOf(router.allHttpHandlers())) {
            Endpoint get = parsed.endpoint;
            if (get.method == HandlerType.GET) {
                router.addHttpEndpoint(new Endpoint(HandlerType.HEAD, get.path, get.handler));
            }
        }
    }

    private static void untyped(Context ctx) {
        if (ctx.statusCode() == 204 || ctx.statusCode() == 304) {
            ctx.res().setContentType(null);
        }
    }

    /** What answers that method of that path; null where nothing does. */
    private static Endpoint find(JavalinConfig config, HandlerType method, String path) {
        var entry = config.unsafe.internalRouter.findFirstHttpHandlerEntry(method, path);
        return entry == null ? null : entry.endpoint;
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
                .filter(endpoint -> endpoint.method != HandlerType.HEAD)
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
