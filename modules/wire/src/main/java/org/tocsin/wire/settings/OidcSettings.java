package org.tocsin.wire.settings;

import static org.tocsin.wire.settings.Variable.*;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A provider of logins by OpenID Connect. {@code clientSecret} is empty for a public client, which
 * PKCE alone protects; {@code nameClaim} and {@code rolesClaim} name claims of the ID token, with
 * dots for nesting; {@code roles} says which value of the latter stands for which roles; after
 * {@code recheck} both are asked for again.
 */
public record OidcSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        List<String> scopes,
        String nameClaim,
        String rolesClaim,
        Map<String, List<String>> roles,
        Duration recheck) {

    private static final List<String> ROLES = List.of("viewer", "analyst", "operator", "admin");

    static Optional<OidcSettings> from(Environment env, Optional<URI> publicUrl) {
        Optional<URI> issuer = env.webAddress(TOCSIN_OIDC_ISSUER);
        if (issuer.isEmpty()) {
            return Optional.empty();
        }
        if (publicUrl.isEmpty()) {
            env.fault(
                    "%s needs %s, where the provider sends browsers back to"
                            .formatted(TOCSIN_OIDC_ISSUER, TOCSIN_PUBLIC_URL));
        }
        if ("http".equalsIgnoreCase(issuer.get().getScheme())
                && !Settings.isLoopback(issuer.get().getHost())) {
            env.fault("%s must be https".formatted(TOCSIN_OIDC_ISSUER));
        }
        Optional<String> clientId = env.text(TOCSIN_OIDC_CLIENT_ID);
        if (clientId.isEmpty()) {
            env.fault("%s needs %s".formatted(TOCSIN_OIDC_ISSUER, TOCSIN_OIDC_CLIENT_ID));
        }
        return Optional.of(
                new OidcSettings(
                        issuer.get(),
                        clientId.orElse(""),
                        env.text(TOCSIN_OIDC_CLIENT_SECRET),
                        List.of(env.text(TOCSIN_OIDC_SCOPES).orElse("openid").split("[\\s,]+")),
                        env.text(TOCSIN_OIDC_NAME_CLAIM).orElseThrow(),
                        env.text(TOCSIN_OIDC_ROLES_CLAIM).orElseThrow(),
                        roles(env),
                        env.duration(TOCSIN_OIDC_RECHECK)));
    }

    /** From {@code analyst=desk, admin=chiefs, viewer=*}: by group, who has which roles. */
    private static Map<String, List<String>> roles(Environment env) {
        var roles = new TreeMap<String, List<String>>();
        for (String pair : env.text(TOCSIN_OIDC_ROLES).orElse("").split(",")) {
            String[] parts = pair.strip().split("=", 2);
            if (parts.length == 2 && ROLES.contains(parts[0].strip()) && !parts[1].isBlank()) {
                roles.computeIfAbsent(parts[1].strip(), group -> new ArrayList<>())
                        .add(parts[0].strip());
            } else {
                env.fault(
                        "%s: '%s' is not role=group, with a role of %s"
                                .formatted(TOCSIN_OIDC_ROLES, pair.strip(), ROLES));
            }
        }
        return roles;
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=%s, clientId=%s]".formatted(issuer, clientId);
    }
}
