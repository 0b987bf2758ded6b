package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.OPEN;
import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;
import org.tocsin.gateway.access.OidcLogin;
import org.tocsin.gateway.access.Principal;
import org.tocsin.gateway.access.SignIn;

/**
 * The page on which people sign in, and the way out. It works without scripts; what it looks like
 * is in {@code login.html}.
 */
final class LoginRoutes implements Routes {

    static final String PAGE = "/login";

    private static final int LONGEST_FORM = 4_096;
    private static final String REFUSED = "This token does not count, or not any more.";

    private static final String AWAY = "The provider of logins does not answer. Try again later.";

    private final SignIn signIn;
    private final Optional<OidcLogin> provider;
    private final Markup account = new Markup(Page.text("account.html"));
    private final Markup page = new Markup(Page.text("login.html"));

    LoginRoutes(SignIn signIn, Optional<OidcLogin> provider) {
        this.signIn = signIn;
        this.provider = provider;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(PAGE, this::open, OPEN);
        routes.post(PAGE, this::withToken, OPEN);
        routes.post("/logout", this::out, OPEN);
        routes.get("/account", this::account, READ);
        routes.get(PAGE + "/provider", this::toProvider, OPEN);
        routes.get(OidcLogin.CALLBACK, this::fromProvider, OPEN);
    }

    /** Whoever was signed in by the provider may be still: then nothing need be shown. */
    private void open(Context ctx) {
        String next = Places.local(ctx.queryParam("next"));
        provider.flatMap(login -> login.renew(ctx, next))
                .ifPresentOrElse(
                        there -> ctx.redirect(there.toString(), HttpStatus.SEE_OTHER),
                        () -> show(ctx, ""));
    }

    private OidcLogin provider() {
        return provider.orElseThrow(() -> Problem.notFound("no provider of logins is set up"));
    }

    private void toProvider(Context ctx) {
        provider()
                .begin(ctx, Places.local(ctx.queryParam("next")))
                .ifPresentOrElse(
                        there -> ctx.redirect(there.toString(), HttpStatus.SEE_OTHER),
                        () -> {
                            ctx.status(503);
                            show(ctx, AWAY);
                        });
    }

    private void fromProvider(Context ctx) {
        OidcLogin.Arrival arrival = provider().finish(ctx);
        if (arrival.refusal() == null) {
            ctx.redirect(Places.local(arrival.next()), HttpStatus.SEE_OTHER);
        } else {
            ctx.status(403);
            show(ctx, arrival.refusal());
        }
    }

    private void show(Context ctx, String message) {
        String next = Places.local(ctx.queryParam("next"));
        page.send(
                ctx,
                Map.of(
                        "{{provider}}",
                        provider.isPresent() ? "" : "hidden",
                        "{{message}}",
                        message,
                        "{{next}}",
                        Places.encoded(next)));
    }

    private void account(Context ctx) {
        Principal caller = Door.caller(ctx);
        String permissions =
                caller.permissions().stream()
                        .filter(each -> each != OPEN)
                        .sorted()
                        .map(each -> "<li>" + each.words() + "</li>")
                        .collect(Collectors.joining());
        account.send(
                ctx,
                Map.of(
                        "{{name}}",
                        Entities.escape(caller.name()),
                        "{{permissions}}",
                        permissions,
                        "{{session}}",
                        caller.key() == null ? "hidden" : ""));
    }

    private void withToken(Context ctx) {
        if (ctx.contentLength() > LONGEST_FORM) {
            throw Problem.of(413, "Content too large", "a token is shorter").refused();
        }
        String token = ctx.formParam("token");
        if (token != null && signIn.withToken(ctx, token)) {
            ctx.redirect(Places.local(ctx.queryParam("next")), HttpStatus.SEE_OTHER);
        } else {
            ctx.status(401);
            show(ctx, REFUSED);
        }
    }

    private void out(Context ctx) {
        signIn.out(ctx, Door.caller(ctx));
        provider.ifPresent(login -> login.forget(ctx));
        ctx.redirect(PAGE, HttpStatus.SEE_OTHER);
    }
}
