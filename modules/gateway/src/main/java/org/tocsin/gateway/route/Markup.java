package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * A page as it is sent: it loads the scripts and styles that carry the nonce of this one answer
 * (Content Security Policy Level 3), and the modules that those import; nothing from elsewhere, and
 * nothing that somebody managed to write into it.
 */
final class Markup {

    private static final String NONCE = "{{nonce}}";
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final String html;

    /**
     * @param html whose scripts and links get the nonce
     */
    Markup(String html) {
        this.html =
                html.replace("<script ", "<script nonce=\"" + NONCE + "\" ")
                        .replace("<link ", "<link nonce=\"" + NONCE + "\" ");
    }

    /** Sends it, with these words in the places of those. */
    void send(Context ctx, Map<String, String> replacements) {
        String filled = html;
        for (var each : replacements.entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        ctx.header("Content-Security-Policy", policy(nonce));
        // Kept, it would come with another answer's nonce.
        ctx.header("Cache-Control", "private, no-cache");
        ctx.contentType("text/html; charset=utf-8").result(filled.replace(NONCE, nonce));
    }

    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s'; img-src 'self';"
                        .formatted(nonce)
                + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'";
    }
}
