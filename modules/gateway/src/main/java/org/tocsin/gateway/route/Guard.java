package org.tocsin.gateway.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tocsin.wire.settings.Settings;

/**
 * What keeps other web pages in the reader's browser away from the gateway, and anything foreign
 * away from the gateway's own page.
 *
 * <ul>
 *   <li>A request that changes something must not come from another site, by what the browser says
 *       of it (Fetch Metadata's {@code Sec-Fetch-Site}, {@code Origin}). Clients that are no
 *       browsers send neither and pass.
 *   <li>A gateway bound to the loopback address answers only to loopback names: a page whose name
 *       was made to resolve to 127.0.0.1 (DNS rebinding) would pass for the same site.
 *   <li>An answer that is no page of ours runs nothing if it is opened as one; {@link Markup} says
 *       what a page may.
 * </ul>
 */
final class Guard implements Routes {

    private static final Set<HandlerType> READING =
            Set.of(HandlerType.GET, HandlerType.HEAD, HandlerType.OPTIONS);
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    private static final Map<String, String> HEADERS =
            Map.of(
                    "Content-Security-Policy",
                    "default-src 'none'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'",
                    "X-Content-Type-Options",
                    "nosniff",
                    // Others learn nothing; with no-referrer a browser would send this site's own
                    // forms, to sign in and out, as from nowhere ("Origin: null").
                    "Referrer-Policy",
                    "same-origin",
                    "Cross-Origin-Opener-Policy",
                    "same-origin",
                    "Cross-Origin-Resource-Policy",
                    "same-origin");

    private final boolean loopbackOnly;

    Guard(boolean loopbackOnly) {
        this.loopbackOnly = loopbackOnly;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(this::check);
    }

    private void check(Context ctx) {
        HEADERS.forEach(ctx::header);
        if (loopbackOnly && !Settings.isLoopback(hostName(ctx.host()))) {
            throw forbidden("this gateway answers to localhost only, not to " + ctx.host());
        }
        if (!READING.contains(ctx.method()) && !isOwnSite(ctx)) {
            throw forbidden("changes are taken from this site's own pages only");
        }
    }

    private static boolean isOwnSite(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        return (site == null || OWN_SITE.contains(site))
                && (origin == null || ctx.host() != null && ctx.host().equals(authority(origin)));
    }

    private static String authority(String origin) {
        try {
            return URI.create(origin).getRawAuthority();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String hostName(String host) {
        return host == null ? "" : PORT.matcher(host).replaceFirst("");
    }

    private static Problem.Refused forbidden(String why) {
        return Problem.of(403, "Forbidden", why).refused();
    }
}
