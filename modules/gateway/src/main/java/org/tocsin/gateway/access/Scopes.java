package org.tocsin.gateway.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a token may do, as it is written: names of roles and of permissions. */
public final class Scopes {

    private Scopes() {}

    /**
     * All of them together. One that this version does not know, such as a permission that is no
     * more, gives nothing.
     */
    public static Set<Permission> permissions(Collection<String> scopes) {
        Set<Permission> all = EnumSet.of(Permission.OPEN);
        for (String scope : scopes) {
            Role.of(scope).ifPresent(role -> all.addAll(role.permissions()));
            Permission.of(scope).ifPresent(all::add);
        }
        return all;
    }

    /** Those that are neither a role nor a permission. */
    public static List<String> unknown(Collection<String> scopes) {
        return scopes.stream()
                .filter(scope -> Role.of(scope).isEmpty() && Permission.of(scope).isEmpty())
                .toList();
    }
}
