package org.tocsin.ingestor.parse;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads XML that no parser of XML would: tags that do not match, attributes without quotes, a
 * {@code <} that opens nothing, CDATA without an end. One pass over cleaned text (see {@link
 * XmlCleanup}), no way back, so linear whatever the text is.
 */
final class LooseXml {

    private final String text;
    private final TreeWriter tree;
    private final UnclosedTags unclosed;
    private int at;

    private LooseXml(String text, TreeWriter tree) {
        this.text = text;
        this.tree = tree;
        this.unclosed = new UnclosedTags(tree);
    }

    static void read(String text, TreeWriter tree) {
        new LooseXml(text, tree).run();
    }

    private void run() {
        while (at < text.length()) {
            if (text.charAt(at) != '<') {
                int next = text.indexOf('<', at);
                int end = next < 0 ? text.length() : next;
                tree.text(References.resolved(text.substring(at, end)));
                at = end;
            } else if (text.startsWith("<![CDATA[", at)) {
                cdata();
            } else if (text.startsWith("</", at)) {
                closingTag();
            } else if (at + 1 < text.length() && isNameStart(text.charAt(at + 1))) {
                openingTag();
            } else {
                tree.text("<");
                at++;
            }
        }
    }

    private void cdata() {
        int start = at + 9;
        int end = text.indexOf("]]>", start);
        tree.text(text.substring(start, end < 0 ? text.length() : end));
        at = end < 0 ? text.length() : end + 3;
    }

    private void closingTag() {
        at += 2;
        String name = name();
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
            at++;
        }
        at += at < text.length() && text.charAt(at) == '>' ? 1 : 0;
        tree.close(name);
    }

    private void openingTag() {
        at++;
        String name = name();
        Map<String, String> attributes = new LinkedHashMap<>();
        boolean closed = false;
        while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '<') {
            char c = text.charAt(at);
            closed = c == '/';
            if (c == '/' || Character.isWhitespace(c) || c == '"' || c == '\'' || c == '=') {
                closed = c == '/' || closed;
                at++;
            } else {
                attribute(attributes);
            }
        }
        at += at < text.length() && text.charAt(at) == '>' ? 1 : 0;
        unclosed.closeBefore(name);
        tree.open(name, attributes);
        if (closed || UnclosedTags.isVoid(name)) {
            tree.close(name);
        }
    }

    private void attribute(Map<String, String> attributes) {
        String name = name();
        if (name.isEmpty()) {
            at++;
            return;
        }
        skipSpace();
        String value = name;
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
            skipSpace();
            value = value();
        }
        attributes.putIfAbsent(name, References.resolved(value));
    }

    /** A quoted value ends at its quote, or where a tag begins before it: then it has none. */
    private String value() {
        char quote = at < text.length() ? text.charAt(at) : ' ';
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? at + 1 : at;
        int end = start;
        while (quoted && end < text.length() && text.charAt(end) != '<') {
            if (text.charAt(end) == quote) {
                at = end + 1;
                return text.substring(start, end);
            }
            end++;
        }
        end = start;
        while (end < text.length() && " \t\r\n<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        at = end;
        return text.substring(start, end);
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || c == '-' || c == '.';
    }
}
