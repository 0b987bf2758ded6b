package org.tocsin.gateway.access;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.tocsin.wire.settings.Settings;

/**
 * Tells who sends a request: by its token ({@code Authorization: Bearer}, or the password of {@code
 * Basic}, which is all that feed readers know), else by the cookie of a session.
 */
public final class Callers implements Function<Context, Principal> {

    private static final String COUNTS = "tocsin.caller.counts";

    private final Credentials credentials;
    private final Optional<String> adminHash;
    private final boolean openToTheMachine;
    private final SessionCookie cookie;

    public Callers(Settings settings, Credentials credentials) {
        this.credentials = credentials;
        this.adminHash = settings.access().adminToken().map(Secret::hash);
        this.openToTheMachine = settings.isLoopbackOnly() && !settings.access().isLoginSetUp();
        this.cookie = SessionCookie.of(settings.access());
    }

    /** Says whether that request's caller still counts, which its stream asks from time to time. */
    public static BooleanSupplier stillCounts(Context ctx) {
        BooleanSupplier counts = ctx.attribute(COUNTS);
        return counts == null ? () -> true : counts;
    }

    /** Has a request's stream end when {@code counts} says no. */
    public static void watch(Context ctx, BooleanSupplier counts) {
        ctx.attribute(COUNTS, counts);
    }

    @Override
    public Principal apply(Context ctx) {
        Principal caller = recognise(ctx);
        if (caller.key() != null) {
            watch(ctx, () -> credentials.holds(caller.key()));
        }
        return caller;
    }

    private Principal recognise(Context ctx) {
        String header = ctx.header("Authorization");
        if (header != null) {
            // A token that does not count must not pass for somebody else, not even on loopback.
            return token(header).flatMap(this::ofToken).orElse(Principal.STRANGER);
        }
        return Optional.ofNullable(ctx.cookie(cookie.name()))
                .flatMap(credentials::findSoon)
                .map(Principal::of)
                .orElse(openToTheMachine ? Principal.LOCAL : Principal.STRANGER);
    }

    /** Whose that token is, also the one in the settings. */
    public Optional<Principal> ofToken(String token) {
        if (adminHash.filter(hash -> Secret.isSame(hash, Secret.hash(token))).isPresent()) {
            return Optional.of(Principal.of("admin", Role.ADMIN.permissions()));
        }
        return credentials.find(token).map(Principal::of);
    }

    private static Optional<String> token(String header) {
        String[] parts = header.strip().split("\\s+", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(parts[1]);
        }
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
            return password(parts[1]);
        }
        return Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            byte[] decoded = Base64.getDecoder().decode(encoded);
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair[1]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
