package org.tocsin.gateway.access;

import java.time.Instant;
import java.util.Set;
import org.tocsin.core.access.Credential;

/**
 * Who asks, as a login or a token proves it.
 *
 * @param name what stands in the audit as the author of changes; null of a stranger
 * @param owner whose tokens are theirs to see and take back: of a program, who made its token
 * @param key what is counted against a limit and can be revoked: a token's or session's id; null
 *     where there is neither
 * @param until when that proof ends; null for never
 * @param perMinute requests it may make in a minute; 0 for the usual limit
 */
public record Principal(
        String name,
        String owner,
        String key,
        Instant until,
        int perMinute,
        Set<Permission> permissions) {

    /** Whoever sits at the machine, where the gateway answers to nobody else and asks no login. */
    public static final Principal LOCAL = of("local", Role.ADMIN.permissions());

    /** Somebody of whom nothing is known. */
    public static final Principal STRANGER = of(null, Set.of(Permission.OPEN));

    public Principal {
        permissions = Set.copyOf(permissions);
    }

    /** Somebody with these permissions and without a token. */
    public static Principal of(String name, Set<Permission> permissions) {
        return new Principal(name, name, null, null, 0, permissions);
    }

    static Principal of(Credential credential) {
        return new Principal(
                credential.author(),
                credential.owner(),
                credential.id(),
                credential.expires(),
                credential.perMinute(),
                Scopes.permissions(credential.scopes()));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean isKnown() {
        return name != null;
    }
}
