package org.tocsin.ingestor.parse;

import java.util.Locale;

/**
 * What a relative reference means against a base (RFC 3986, 5.2), on text as feeds write it: with
 * spaces, letters and brackets that no URI has, and never an error.
 */
final class Reference {

    private Reference() {}

    /** The reference made absolute; as it stands where it is absolute, or no base can help. */
    static String resolve(String base, String reference) {
        String link = reference.replace(" ", "%20");
        if (hasScheme(link) || base == null || !hasScheme(base)) {
            return link;
        }
        int colon = base.indexOf(':');
        String scheme = base.substring(0, colon);
        if (!base.startsWith("//", colon + 1)) {
            // A tag: or urn: names nothing that a path could be relative to.
            return link;
        }
        if (link.startsWith("//")) {
            return scheme + ":" + link;
        }
        int authorityEnd = first(base, colon + 3, "/?#");
        String origin = base.substring(0, authorityEnd);
        String path = base.substring(authorityEnd, first(base, authorityEnd, "?#"));
        if (link.isEmpty() || link.startsWith("#")) {
            return base.substring(0, first(base, 0, "#")) + link;
        }
        if (link.startsWith("?")) {
            return origin + path + link;
        }
        int end = first(link, 0, "?#");
        String merged = link.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1);
        String slash = merged.isEmpty() && !link.startsWith("/") ? "/" : "";
        return origin + withoutDots(slash + merged + link.substring(0, end)) + link.substring(end);
    }

    static boolean hasScheme(String link) {
        int colon = link.indexOf(':');
        // One letter before the colon is a drive of Windows.
        if (colon < 2 || colon > 20 || !Character.isLetter(link.charAt(0))) {
            return false;
        }
        return link.substring(0, colon)
                .toLowerCase(Locale.ROOT)
                .chars()
                .allMatch(
                        c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+-".indexOf(c) >= 0);
    }

    private static int first(String text, int from, String ends) {
        int at = Math.min(from, text.length());
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** RFC 3986, 5.2.4, for a path that begins with a slash. */
    private static String withoutDots(String path) {
        var kept = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            int next = first(path, at + 1, "/");
            String segment = path.substring(at, next);
            boolean last = next == path.length();
            if (segment.equals("/..")) {
                kept.setLength(Math.max(0, kept.lastIndexOf("/")));
            }
            if (segment.equals("/..") || segment.equals("/.")) {
                kept.append(last ? "/" : "");
            } else {
                kept.append(segment);
            }
            at = next;
        }
        return kept.toString();
    }
}
