package org.tocsin.wire.settings;

import static org.tocsin.wire.settings.Variable.*;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator can set of who may do what. {@code publishedOnLoopback} says that the dashboard
 * is reached from this machine alone though it may listen to others, as in a container whose port
 * is published on the loopback address. {@code publicUrl} is where browsers reach the dashboard;
 * {@code rateLimit} counts the requests of a token or session in a minute, 0 for any number.
 */
public record AccessSettings(
        boolean publishedOnLoopback,
        Optional<String> adminToken,
        Optional<URI> publicUrl,
        Duration sessionLifetime,
        int rateLimit,
        Optional<OidcSettings> oidc) {

    private static final int SHORTEST_TOKEN = 32;
    private static final int MOST_A_MINUTE = 1_000_000;

    static AccessSettings from(Environment env) {
        Optional<String> token = env.text(TOCSIN_ADMIN_TOKEN);
        if (token.isPresent() && token.get().length() < SHORTEST_TOKEN) {
            env.fault(
                    "%s is shorter than %d characters"
                            .formatted(TOCSIN_ADMIN_TOKEN, SHORTEST_TOKEN));
        }
        Optional<URI> publicUrl = env.webAddress(TOCSIN_PUBLIC_URL);
        return new AccessSettings(
                env.flag(TOCSIN_PUBLISHED_ON_LOOPBACK),
                token,
                publicUrl,
                env.duration(TOCSIN_SESSION_LIFETIME),
                env.number(TOCSIN_RATE_LIMIT, 0, MOST_A_MINUTE).orElse(0),
                OidcSettings.from(env, publicUrl));
    }

    /** Whether there is any way to tell who somebody is. */
    public boolean isLoginSetUp() {
        return adminToken.isPresent() || oidc.isPresent();
    }

    /** Never a secret. */
    @Override
    public String toString() {
        return "AccessSettings[publicUrl=%s, oidc=%s]".formatted(publicUrl, oidc);
    }
}
