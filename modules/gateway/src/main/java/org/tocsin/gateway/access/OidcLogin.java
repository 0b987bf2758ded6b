package org.tocsin.gateway.access;

import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.AuthorizationSuccessResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.wire.settings.AccessSettings;
import org.tocsin.wire.settings.OidcSettings;

/** Signing in with the provider: the way there, and the way back. */
public final class OidcLogin {

    public static final String CALLBACK = "/login/callback";

    private static final String SIGN_IN = "/login?next=";

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final OidcSettings settings;
    private final URI callback;
    private final Provider provider;
    private final SessionCookie cookie;
    private final SessionCookie renewal;
    private final Duration lifetime;
    private final SignIn signIn;

    private OidcLogin(AccessSettings access, OidcSettings settings, SignIn signIn) {
        String home = access.publicUrl().orElseThrow().toString().replaceFirst("/+$", "");
        this.settings = settings;
        this.callback = URI.create(home + CALLBACK);
        this.provider = new Provider(settings, callback);
        this.cookie = SessionCookie.of("tocsin-login", access);
        this.renewal = SessionCookie.of("tocsin-renew", access);
        this.lifetime = access.sessionLifetime();
        this.signIn = signIn;
    }

    /** Empty where no provider is set up. */
    static Optional<OidcLogin> of(AccessSettings access, SignIn signIn) {
        return access.oidc().map(settings -> new OidcLogin(access, settings, signIn));
    }

    /** Where somebody came to: on to {@code next}, or no further and why. */
    public record Arrival(String next, String refusal) {}

    /** Where to send the browser; empty while the provider does not answer. */
    public Optional<URI> begin(Context ctx, String next) {
        return begin(ctx, next, false);
    }

    /**
     * The same for somebody whose session is over and who may still be signed in there: nothing is
     * shown on the way, and whoever comes back has the roles of now. Empty where that is nobody.
     */
    public Optional<URI> renew(Context ctx, String next) {
        if (ctx.cookie(renewal.name()) == null) {
            return Optional.empty();
        }
        // Once: a provider that refuses is not asked in a circle.
        renewal.clear(ctx);
        return begin(ctx, next, true);
    }

    /** Whoever signed out is not signed in again unasked. */
    public void forget(Context ctx) {
        renewal.clear(ctx);
    }

    private Optional<URI> begin(Context ctx, String next, boolean silently) {
        var attempt = Attempt.begin(next);
        try {
            URI there = provider.ask(attempt, silently);
            cookie.set(ctx, attempt.text(), PATIENCE);
            return Optional.of(there);
        } catch (GeneralException | IOException e) {
            LOG.warn("cannot reach the provider of logins; issuer={}", settings.issuer(), e);
            return Optional.empty();
        }
    }

    /** Opens a session for whoever comes back, once for each way there. */
    public Arrival finish(Context ctx) {
        Optional<Attempt> attempt = Attempt.read(ctx.cookie(cookie.name()));
        cookie.clear(ctx);
        if (attempt.isEmpty()) {
            return refused("This sign-in was not begun here, or took too long. Try again.");
        }
        try {
            AuthorizationResponse response = response(ctx);
            if (!attempt.get().state().equals(response.getState())) {
                return refused("This sign-in was not begun here. Try again.");
            }
            if (!response.indicatesSuccess()) {
                return isUnseen(response)
                        ? new Arrival(SIGN_IN + encoded(attempt.get().next()), null)
                        : refused("The provider refused the sign-in.");
            }
            return admit(ctx, response.toSuccessResponse(), attempt.get());
        } catch (GeneralException | IOException e) {
            // What the provider said, never a code or a token.
            LOG.warn("a sign-in failed; issuer={} reason={}", settings.issuer(), e.getMessage());
            return refused("The provider's answer could not be used. Try again.");
        }
    }

    /**
     * It could not answer without showing something: they have to sign in as for the first time.
     */
    private static boolean isUnseen(AuthorizationResponse response) {
        ErrorObject error = response.toErrorResponse().getErrorObject();
        return error != null && String.valueOf(error.getCode()).endsWith("_required");
    }

    private AuthorizationResponse response(Context ctx) throws GeneralException {
        String query = ctx.queryString() == null ? "" : ctx.queryString();
        return AuthorizationResponse.parse(URI.create(callback + "?" + query));
    }

    private Arrival admit(Context ctx, AuthorizationSuccessResponse response, Attempt attempt)
            throws GeneralException, IOException {
        if (response.getIssuer() != null && !provider.isItself(response.getIssuer())) {
            throw new GeneralException("another provider answered");
        }
        if (response.getAuthorizationCode() == null) {
            throw new GeneralException("an answer without a code");
        }
        Map<String, Object> claims = provider.claims(response.getAuthorizationCode(), attempt);
        String name = Claims.name(settings, claims);
        List<String> roles = Claims.roles(settings, claims);
        if (roles.isEmpty()) {
            return refused("You are known, but nobody gave you a role here.");
        }
        signIn.as(ctx, name, roles, settings.recheck());
        renewal.set(ctx, "1", lifetime);
        return new Arrival(attempt.next(), null);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Arrival refused(String why) {
        return new Arrival(null, why);
    }
}
