package org.tocsin.gateway.access;

import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.Optional;

/**
 * What somebody may do. Each route names the one it needs as its last argument, {@code
 * routes.get(path, handler, READ)}; a route that names none is answered to administrators only, and
 * fails the build.
 */
public enum Permission implements RouteRole {
    /** Needs no login: health, the sign-in page, and files that say nothing of anybody's work. */
    OPEN("open"),
    /** Everything that is shown: alerts, stories, watchlists, feeds, the pages themselves. */
    READ("news:read"),
    /** Verdicts, acknowledgements, mutes. */
    JUDGE("alerts:write"),
    /** Trying rules over the log, which costs the gateway work but changes nothing. */
    PREVIEW("watchlists:preview"),
    /** Saving and deleting watchlists. */
    WATCH("watchlists:write"),
    /** Actors and names over the shipped lexicon. */
    TEACH("lexicon:write"),
    /** Adding, changing and removing feeds. */
    FEED("feeds:write"),
    /** Sending dead letters round again. */
    REPLAY("dead-letters:write"),
    /** Webhooks and digests: where alerts are sent, and their failures. */
    DELIVER("deliveries:write"),
    /** The inside of the system: metrics, lag, states. */
    OPERATE("system:read"),
    /** Who changed what. */
    AUDIT("audit:read"),
    /** Tokens of one's own, none of which can do more than its maker. */
    LEND("tokens:own"),
    /** Everybody's tokens and sessions. */
    ADMINISTER("access:write");

    private final String id;

    Permission(String id) {
        this.id = id;
    }

    /** As a token's scope names it. */
    public String id() {
        return id;
    }

    static Optional<Permission> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
