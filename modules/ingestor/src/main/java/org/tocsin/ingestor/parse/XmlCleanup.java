package org.tocsin.ingestor.parse;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * Makes text fit for a strict XML parser without touching what it says.
 *
 * <p>The XML declaration goes (the text is decoded already), the DOCTYPE goes with all it could
 * expand or fetch, HTML's named entities become their characters, a bare {@code &} becomes {@code
 * &amp;}, and characters that XML forbids are dropped. One pass, linear in the text.
 */
final class XmlCleanup {

    /** Internal entities are honoured only where their value is plain text: nothing can grow. */
    private static final Pattern PLAIN_ENTITY =
            Pattern.compile(
                    "<!ENTITY\\s+([\\w.-]{1,40})\\s+(?:\"((?:&#\\w{1,8};)|[^&%<\"]{0,200})\""
                            + "|'((?:&#\\w{1,8};)|[^&%<']{0,200})')\\s*>");

    private static final int LONGEST_NAME = 40;
    private static final int MOST_ENTITIES = 300;

    private final String text;
    private final StringBuilder clean;
    private final Map<String, String> entities = new HashMap<>();
    private int at;

    private XmlCleanup(String text) {
        this.text = text;
        this.clean = new StringBuilder(text.length() + 64);
    }

    static String clean(String text) {
        return new XmlCleanup(text).run();
    }

    private String run() {
        at = Math.max(0, text.indexOf('<'));
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '<') {
                openBracket();
            } else if (c == '&') {
                reference();
            } else {
                append(c);
            }
        }
        return clean.toString();
    }

    private void openBracket() {
        if (text.startsWith("<![CDATA[", at)) {
            copyThrough("]]>");
        } else if (text.startsWith("<!--", at)) {
            at = after("-->");
        } else if (text.startsWith("<?", at)) {
            // Neither the declaration nor any instruction says anything about the items.
            at = after("?>");
        } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
            skipDoctype();
        } else {
            append('<');
        }
    }

    private int after(String end) {
        int found = text.indexOf(end, at);
        return found < 0 ? text.length() : found + end.length();
    }

    private void copyThrough(String end) {
        int stop = after(end);
        while (at < stop) {
            append(text.charAt(at));
        }
    }

    private void append(char c) {
        int next = at + 1;
        if (Character.isHighSurrogate(c)
                && next < text.length()
                && Character.isLowSurrogate(text.charAt(next))) {
            clean.append(c).append(text.charAt(next));
            next++;
        } else if (allowed(c)) {
            clean.append(c);
        }
        at = next;
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c == 9 || c == 10 || c == 13;
    }

    private void skipDoctype() {
        int start = at;
        int depth = 0;
        char quote = 0;
        for (at += 9; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']') {
                depth--;
            } else if (c == '>' && depth <= 0) {
                at++;
                rememberEntities(text.substring(start, at));
                return;
            }
        }
        // Never closed, perhaps for a stray quote: only the words up to the first bracket go.
        at = Math.min(text.length(), start + 9 + Math.max(0, text.indexOf('>', start) - start - 8));
    }

    private void rememberEntities(String doctype) {
        Matcher matcher = PLAIN_ENTITY.matcher(doctype);
        while (matcher.find() && entities.size() < MOST_ENTITIES) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            entities.putIfAbsent(matcher.group(1), value);
        }
    }

    private void reference() {
        int end = at + 1;
        int limit = Math.min(text.length(), at + LONGEST_NAME);
        while (end < limit && isNamePart(text.charAt(end))) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == ';' && end > at + 1;
        String name = text.substring(at + 1, end);
        if (closed && name.startsWith("#")) {
            clean.append(numeric(name));
            at = end + 1;
        } else if (closed && named(name) != null) {
            clean.append(named(name));
            at = end + 1;
        } else {
            clean.append("&amp;");
            at++;
        }
    }

    private static boolean isNamePart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '#' || c == '.' || c == '_');
    }

    private String named(String name) {
        if (name.equals("lt")
                || name.equals("gt")
                || name.equals("amp")
                || name.equals("quot")
                || name.equals("apos")) {
            return "&" + name + ";";
        }
        if (entities.containsKey(name)) {
            return entities.get(name);
        }
        String known = Entities.isNamedEntity(name) ? Entities.getByName(name) : "";
        return known.isEmpty() ? null : escaped(known);
    }

    private static String escaped(String chars) {
        return chars.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String numeric(String name) {
        try {
            boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean astral = code >= 0x10000 && code <= 0x10FFFF;
            return allowed(code) && code < 0x10000 || astral ? "&#" + code + ";" : "";
        } catch (NumberFormatException e) {
            return "&amp;" + name + ";";
        }
    }
}
