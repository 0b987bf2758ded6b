package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.ADMINISTER;
import static org.tocsin.gateway.access.Permission.LEND;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.tocsin.core.access.Credential;
import org.tocsin.gateway.access.Permission;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.access.Tokens;
import org.tocsin.gateway.access.Tokens.Issued;

/**
 * Who one is, and tokens and sessions: one's own, or everybody's for those who administer. A token
 * can do no more than whoever makes it.
 */
final class TokenRoutes implements Routes {

    private final Tokens tokens;
    private final Clock clock;

    TokenRoutes(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** {@code name} as it stands in the audit. */
    record Me(String name, List<String> permissions) {}

    /** The only time that {@code secret} is shown. */
    record Made(Credential token, String secret) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(Api.ROOT + "/me", TokenRoutes::me, READ);
        routes.get(Api.ROOT + "/tokens", this::list, LEND);
        routes.post(Api.ROOT + "/tokens", this::make, LEND);
        routes.delete(Api.ROOT + "/tokens/{id}", this::revoke, LEND);
    }

    private static void me(Context ctx) {
        Principal caller = Door.caller(ctx);
        List<String> permissions =
                caller.permissions().stream().sorted().map(Permission::id).toList();
        Api.json(ctx, new Me(caller.name(), permissions));
    }

    private void list(Context ctx) {
        Listing.of(
                        "tokens",
                        tokens.list(seenBy(Door.caller(ctx))),
                        token -> Listing.latestFirst(token.created(), token.id()))
                .send(ctx);
    }

    private void make(Context ctx) {
        Principal maker = Door.caller(ctx);
        String body = Api.body(ctx, Set.of("application/json"));
        Tokens.Wanted wanted = TokenForm.read(body, maker, clock.instant());
        Issued issued = tokens.issue(wanted, maker.owner(), Api.author(ctx));
        ctx.status(201).header("Cache-Control", "no-store");
        ctx.header("Location", Api.ROOT + "/tokens/" + issued.credential().id());
        Api.json(ctx, new Made(issued.credential(), issued.secret()));
    }

    private void revoke(Context ctx) {
        String id = ctx.pathParam("id");
        if (tokens.revoke(id, seenBy(Door.caller(ctx)), Api.author(ctx)).isEmpty()) {
            throw Problem.notFound("there is no token " + id + " of yours");
        }
        ctx.status(204);
    }

    static Predicate<Credential> seenBy(Principal caller) {
        return caller.may(ADMINISTER) ? each -> true : each -> each.owner().equals(caller.owner());
    }
}
