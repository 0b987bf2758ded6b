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
    OPEN("open", "read what needs no login"),
    /** Everything that is shown: alerts, stories, watchlists, feeds, the pages themselves. */
    READ("news:read", "read alerts, stories, watchlists and feeds"),
    /** Verdicts, acknowledgements, mutes. */
    JUDGE("alerts:write", "judge alerts and mute them"),
    /** Trying rules over the log, which costs the gateway work but changes nothing. */
    PREVIEW("watchlists:preview", "try a rule over the log"),
    /** Saving and deleting watchlists. */
    WATCH("watchlists:write", "save and delete watchlists"),
    /** Actors and names over the shipped lexicon. */
    TEACH("lexicon:write", "add actors and names to the lexicon"),
    /** Adding, changing and removing feeds. */
    FEED("feeds:write", "add, change and remove feeds"),
    /** Sending dead letters round again. */
    REPLAY("dead-letters:write", "put dead letters back"),
    /** Webhooks and digests: where alerts are sent, and their failures. */
    DELIVER("deliveries:write", "say where alerts are sent"),
    /** The inside of the system: metrics, lag, states. */
    OPERATE("system:read", "look into the pipeline"),
    /** Who changed what. */
    AUDIT("audit:read", "read who changed what"),
    /** Tokens of one's own, none of which can do more than its maker. */
    LEND("tokens:own", "make tokens of your own"),
    /** Everybody's tokens and sessions. */
    ADMINISTER("access:write", "take back anybody's tokens and sessions");

    private final String id;
    private final String words;

    Permission(String id, String words) {
        this.id = id;
        this.words = words;
    }

    /** As a token's scope names it. */
    public String id() {
        return id;
    }

    /** What it allows, as whoever has it is told: "you may " and these words. */
    public String words() {
        return words;
    }

    public static Optional<Permission> of(String id) {
        return Arrays.stream(values()).filter(each -> each.id.equals(id)).findFirst();
    }
}
