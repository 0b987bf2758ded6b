package org.tocsin.gateway.route;

import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as it is sent: it has the scripts and styles that carry the nonce of this one answer
 * (Content Security Policy Level 3), and the modules that those import; nothing from elsewhere, and
 * nothing that somebody managed to write into it.
 *
 * <p>It paints from this one answer. Its style sheets stand in it, since a request for each would
 * come before the first paint, and its script is asked for after that: two dozen modules at once
 * would take the time of whatever paints. What is pressed until they are there waits for them
 * ({@code early.js}).
 */
final class Markup {

    private static final String NONCE = "{{nonce}}";
    private static final int BYTES = 16;
    private static final Pattern STYLE =
            Pattern.compile("<link rel=\"stylesheet\" href=\"/([a-z]+\\.css)\">");
    private static final Pattern SCRIPT =
            Pattern.compile("<script type=\"module\" src=\"(/[a-z]+\\.js)\"></script>");
    private static final String EARLY = Page.text("early.js");

    private final SecureRandom random = new SecureRandom();
    private final String html;

    /**
     * @param html whose style sheets are put in their places, and whose scripts get the nonce
     */
    Markup(String html) {
        String styled =
                STYLE.matcher(html)
                        .replaceAll(
                                link ->
                                        Matcher.quoteReplacement(
                                                "<style>\n"
                                                        + Page.text(link.group(1))
                                                        + "</style>"));
        this.html =
                SCRIPT.matcher(styled)
                        .replaceAll(link -> Matcher.quoteReplacement(early(link.group(1))))
                        .replaceAll("<(script|style)\\b", "<$1 nonce=\"" + NONCE + "\"");
    }

    private static String early(String script) {
        return "<script>\n" + EARLY.replace("{{script}}", script) + "</script>";
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
