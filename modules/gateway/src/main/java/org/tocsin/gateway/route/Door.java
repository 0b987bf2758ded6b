package org.tocsin.gateway.route;

import static io.javalin.http.HttpStatus.SEE_OTHER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.Set;
import java.util.function.Function;
import org.tocsin.gateway.access.Limits;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;

/**
 * Asks of every request who sends it, and lets it in where that one may do what the route says. A
 * route that says nothing is for administrators alone.
 */
final class Door implements Routes {

    private static final String CALLER = "tocsin.caller";

    private final Function<Context, Principal> callers;

    private final Function<String, Endpoint> readings;
    private final Limits limits;

    /**
     * @param readings what answers a GET of a path
     */
    Door(Function<Context, Principal> callers, Function<String, Endpoint> readings, Limits limits) {
        this.callers = callers;
        this.readings = readings;
        this.limits = limits;
    }

    /** Who sent the request. */
    static Principal caller(Context ctx) {
        Principal caller = ctx.attribute(CALLER);
        return caller == null ? Principal.STRANGER : caller;
    }

    /** The one permission that a route names; null where it names none. */
    static Permission declared(Endpoint endpoint) {
        Roles roles = endpoint == null ? null : endpoint.metadata(Roles.class);
        return roles == null ? null : declared(roles.getRoles());
    }

    private static Permission declared(Set<? extends RouteRole> roles) {
        return roles.stream()
                .filter(Permission.class::isInstance)
                .map(Permission.class::cast)
                .findFirst()
                .orElse(null);
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.beforeMatched(this::check);
    }

    private void check(Context ctx) {
        Principal caller = callers.apply(ctx);
        ctx.attribute(CALLER, caller);
        Permission needed = needed(ctx);
        // A page brings two dozen files; whoever turns from desk to desk must not run out of them.
        if (needed != Permission.OPEN) {
            count(ctx, caller);
        }
        if (caller.may(needed)) {
            return;
        }
        if (caller.isKnown()) {
            throw Problem.of(403, "Forbidden", "this needs the permission " + needed.id())
                    .refused();
        }
        ctx.header("WWW-Authenticate", "Bearer realm=\"tocsin\"");
        if (ctx.header("Authorization") != null) {
            throw Problem.of(401, "Unknown token", "this token does not count, or not any more")
                    .refused();
        }
        if (isPage(ctx)) {
            String asked = ctx.path() + (ctx.queryString() == null ? "" : "?" + ctx.queryString());
            ctx.redirect(LoginRoutes.PAGE + "?next=" + Places.encoded(asked), SEE_OTHER);
            ctx.skipRemainingHandlers();
            return;
        }
        throw Problem.of(401, "Sign in", "sign in at /login, or send a token").refused();
    }

    /** Whether a person looks at it, who can sign in first. */
    private static boolean isPage(Context ctx) {
        return ctx.method() == HandlerType.GET
                && (ctx.path().equals("/account")
                        || Desk.ALL.stream().anyMatch(desk -> desk.path().equals(ctx.path())));
    }

    /** Says what is left (draft-ietf-httpapi-ratelimit-headers), and refuses where nothing is. */
    private void count(Context ctx, Principal caller) {
        Limits.Allowance allowance = limits.take(caller);
        if (allowance.perMinute() == 0) {
            return;
        }
        ctx.header("RateLimit-Policy", "\"minute\";q=" + allowance.perMinute() + ";w=60");
        ctx.header(
                "RateLimit",
                "\"minute\";r=%d;t=%d".formatted(allowance.left(), allowance.seconds()));
        if (!allowance.granted()) {
            ctx.header("Retry-After", String.valueOf(allowance.seconds()));
            String most =
                    "this token may send %d requests a minute".formatted(allowance.perMinute());
            throw Problem.of(429, "Too many requests", most).refused();
        }
    }

    private Permission needed(Context ctx) {
        // A HEAD is answered by the route of the GET, which the server does not tell us of.
        Permission declared =
                ctx.method() == HandlerType.HEAD
                        ? declared(readings.apply(ctx.path()))
                        : declared(ctx.routeRoles());
        return declared == null ? Permission.ADMINISTER : declared;
    }
}
