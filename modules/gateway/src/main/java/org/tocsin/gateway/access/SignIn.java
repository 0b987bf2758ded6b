package org.tocsin.gateway.access;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tocsin.core.access.Credential;
import org.tocsin.gateway.access.Tokens.Wanted;
import org.tocsin.gateway.desk.Author;
import org.tocsin.wire.settings.AccessSettings;

/** How a browser comes to a session, and leaves it. */
public final class SignIn {

    private final Tokens tokens;
    private final Callers callers;
    private final SessionCookie cookie;
    private final Duration lifetime;
    private final Clock clock;

    /**
     * @param clock the time of people
     */
    SignIn(AccessSettings settings, Tokens tokens, Callers callers, Clock clock) {
        this.clock = clock;
        this.tokens = tokens;
        this.callers = callers;
        this.cookie = SessionCookie.of(settings);
        this.lifetime = settings.sessionLifetime();
    }

    /** With a token, whose permissions the session has; false where it does not count. */
    public boolean withToken(Context ctx, String token) {
        Optional<Principal> who = callers.ofToken(token.strip());
        who.ifPresent(
                principal ->
                        begin(
                                ctx,
                                principal.name(),
                                new Wanted(
                                        byToken(principal.key()),
                                        principal.permissions().stream()
                                                .map(Permission::id)
                                                .toList(),
                                        principal.until(),
                                        principal.perMinute())));
        return who.isPresent();
    }

    /** As the provider of logins says who it is; for so long, then it must say so again. */
    public void as(Context ctx, String name, List<String> roles, Duration atMost) {
        Instant end = clock.instant().plus(atMost).truncatedTo(ChronoUnit.MILLIS);
        begin(ctx, name, new Wanted("login", roles, end, 0));
    }

    /** What a session is called that was opened by a token: it ends with it. */
    static String byToken(String id) {
        return "token " + (id == null ? "in the settings" : id);
    }

    private void begin(Context ctx, String who, Wanted session) {
        Instant usual = clock.instant().plus(lifetime).truncatedTo(ChronoUnit.MILLIS);
        Instant end =
                session.expires() == null || usual.isBefore(session.expires())
                        ? usual
                        : session.expires();
        var wanted = new Wanted(session.name(), session.scopes(), end, session.perMinute());
        cookie.set(ctx, tokens.signIn(who, wanted).secret(), lifetime);
    }

    /** Ends the session that the request belongs to, everywhere and at once. */
    public void out(Context ctx, Principal caller) {
        if (caller.key() != null) {
            tokens.revoke(
                    caller.key(),
                    each -> each.kind() == Credential.Kind.SESSION,
                    new Author(caller.name(), "signed out"));
        }
        cookie.clear(ctx);
    }
}
