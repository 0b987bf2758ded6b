package org.tocsin.gateway.route;

import java.util.List;
import org.tocsin.gateway.access.Access;

/** Signing in and out, tokens, and the audit. */
public final class AccessRoutes {

    private AccessRoutes() {}

    public static List<Routes> of(Access access) {
        return List.of(
                new LoginRoutes(access.signIn(), access.provider()),
                new TokenRoutes(access.tokens(), access.clock()),
                new AuditRoutes(access.audit()));
    }
}
