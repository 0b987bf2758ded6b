package org.tocsin.ingestor.fetch;

import java.util.Locale;

/**
 * Reads {@code Link} headers (RFC 8288) in one pass: {@code <https://hub.example/>; rel="hub"}.
 * What does not fit the grammar ends the reading; what was found until there counts.
 */
final class LinkHeader {

    private final String text;
    private final String wanted;
    private int at;

    private LinkHeader(String text, String wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** The target of the first link of this relation, as written; null where there is none. */
    static String target(String header, String relation) {
        return new LinkHeader(header, relation).find();
    }

    private String find() {
        while (skip(" \t,") && text.charAt(at) == '<') {
            int end = text.indexOf('>', at);
            if (end < 0) {
                return null;
            }
            String target = text.substring(at + 1, end).strip();
            at = end + 1;
            if (parametersNameWanted()) {
                return target;
            }
        }
        return null;
    }

    /** Only the first {@code rel} counts; a link with an {@code anchor} is of something else. */
    private boolean parametersNameWanted() {
        String relations = null;
        boolean elsewhere = false;
        while (skip(" \t") && text.charAt(at) == ';') {
            at++;
            String name = token().toLowerCase(Locale.ROOT);
            String value = skip(" \t") && text.charAt(at) == '=' ? value() : "";
            elsewhere |= name.equals("anchor");
            relations = relations == null && name.equals("rel") ? value : relations;
        }
        if (relations == null || elsewhere) {
            return false;
        }
        String padded = " " + relations.toLowerCase(Locale.ROOT) + " ";
        return padded.contains(" " + wanted + " ");
    }

    private String value() {
        at++;
        if (!skip(" \t") || text.charAt(at) != '"') {
            return token();
        }
        var out = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            out.append(text.charAt(escape ? ++at : at));
        }
        at++;
        return out.toString();
    }

    private String token() {
        skip(" \t");
        int start = at;
        while (at < text.length() && " \t;,=\"<".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    /** Passes these characters; false at the end of the text. */
    private boolean skip(String characters) {
        while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length();
    }
}
