package org.tocsin.gateway.access;

import java.util.Set;

/**
 * Who asks, as a login or a token proves it.
 *
 * @param name what stands in the audit as the author of changes
 * @param key what is counted against a limit and can be revoked: a token's or session's id; null
 *     where there is neither
 */
public record Principal(String name, String key, Set<Permission> permissions) {

    private static final Set<Permission> NOTHING = Set.of(Permission.OPEN);

    /** Whoever sits at the machine, where the gateway answers to nobody else and asks no login. */
    public static final Principal LOCAL = new Principal("local", null, Role.ADMIN.permissions());

    /** Somebody of whom nothing is known. */
    public static final Principal STRANGER = new Principal(null, null, NOTHING);

    public Principal {
        permissions = Set.copyOf(permissions);
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    public boolean isKnown() {
        return name != null;
    }
}
