package org.tocsin.ingestor.parse;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document type declaration, which no parser gets to see. Of its entities only those are
 * remembered whose value is plain text, so that none can refer to another or to a file.
 */
final class Doctype {

    private static final Pattern PLAIN_ENTITY =
            Pattern.compile(
                    "<!ENTITY\\s{1,100}([\\w.-]{1,40})\\s{1,100}(?:\"((?:&#\\w{1,8};)|[^&%<\"]{0,200})\""
                            + "|'((?:&#\\w{1,8};)|[^&%<']{0,200})')\\s{0,100}>");

    private static final int LONGEST = 200_000;
    private static final int MOST_ENTITIES = 300;

    private Doctype() {}

    /** The place behind the declaration that begins at {@code start}; its entities are added. */
    static int skip(String text, int start, Map<String, String> entities) {
        int end = end(text, start);
        if (end < 0) {
            // Never closed, perhaps for a stray quote: only the words up to the first bracket go.
            int bracket = text.indexOf('>', start);
            return bracket < 0 ? text.length() : bracket + 1;
        }
        Matcher matcher = PLAIN_ENTITY.matcher(text).region(start, end);
        while (matcher.find() && entities.size() < MOST_ENTITIES) {
            String value = matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
            entities.putIfAbsent(matcher.group(1), value);
        }
        return end;
    }

    private static int end(String text, int start) {
        int depth = 0;
        char quote = 0;
        int limit = Math.min(text.length(), start + LONGEST);
        for (int at = start + 9; at < limit; at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[' || c == ']') {
                depth += c == '[' ? 1 : -1;
            } else if (c == '>' && depth <= 0) {
                return at + 1;
            }
        }
        return -1;
    }
}
