package org.tocsin.gateway.access;

import static org.tocsin.gateway.access.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A name for the permissions of a kind of work. Somebody can have several; an operator who is to
 * write watchlists is an analyst as well.
 */
public enum Role {
    VIEWER(EnumSet.of(OPEN, READ, LEND)),
    ANALYST(EnumSet.of(OPEN, READ, LEND, JUDGE, PREVIEW, WATCH, TEACH)),
    OPERATOR(EnumSet.of(OPEN, READ, LEND, FEED, REPLAY, DELIVER, OPERATE, AUDIT)),
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
}
