package org.tocsin.gateway.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Duration;
import org.tocsin.wire.settings.AccessSettings;

/**
 * How browsers keep a secret for us: out of reach of scripts, not sent along from other sites'
 * forms and frames, and under https bound to this very host ({@code __Host-}, RFC 6265bis).
 */
record SessionCookie(String name, boolean secure) {

    static SessionCookie of(AccessSettings settings) {
        return of("tocsin", settings);
    }

    static SessionCookie of(String name, AccessSettings settings) {
        boolean secure =
                settings.publicUrl()
                        .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
                        .isPresent();
        return new SessionCookie(secure ? "__Host-" + name : name, secure);
    }

    void set(Context ctx, String value, Duration lifetime) {
        ctx.cookie(cookie(value, (int) lifetime.toSeconds()));
    }

    void clear(Context ctx) {
        ctx.cookie(cookie("", 0));
    }

    private Cookie cookie(String value, int seconds) {
        // Lax and not strict: a browser comes back from the provider's site with a GET.
        return new Cookie(name, value, "/", seconds, secure, true, null, SameSite.LAX);
    }
}
