package org.tocsin.gateway.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tocsin.wire.settings.OidcSettings;

/** Reads who somebody is, and what of ours they may do, out of what a provider says of them. */
final class Claims {

    private static final String EVERYBODY = "*";

    private Claims() {}

    /** The claim of that name, with dots for what stands in another; null where there is none. */
    static Object at(String path, Map<?, ?> claims) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        // A claim's name may be an address, with dots of its own.
        while (dot > 0) {
            if (claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner) {
                return at(path.substring(dot + 1), inner);
            }
            dot = path.indexOf('.', dot + 1);
        }
        return null;
    }

    /** As the audit is to call them: the claim that is set, else their address, else their id. */
    static String name(OidcSettings settings, Map<String, Object> claims) {
        return Stream.of(settings.nameClaim(), "email", "sub")
                .map(claim -> at(claim, claims))
                .filter(value -> value instanceof String text && !text.isBlank())
                .map(String.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The roles that their groups stand for; none where nobody gave them any. */
    static List<String> roles(OidcSettings settings, Map<String, Object> claims) {
        var roles = new LinkedHashSet<String>(rolesOf(EVERYBODY, settings));
        groups(at(settings.rolesClaim(), claims))
                .forEach(group -> roles.addAll(rolesOf(group, settings)));
        return List.copyOf(roles);
    }

    private static List<String> rolesOf(String group, OidcSettings settings) {
        return settings.roles().getOrDefault(group, List.of());
    }

    private static Set<String> groups(Object claim) {
        var groups = new LinkedHashSet<String>();
        if (claim instanceof Collection<?> several) {
            several.forEach(each -> groups.add(String.valueOf(each)));
        } else if (claim instanceof String text) {
            groups.addAll(List.of(text.strip().split("[\\s,]+")));
        }
        // Nobody is everybody by being in a group of that name.
        groups.remove(EVERYBODY);
        return groups;
    }
}
