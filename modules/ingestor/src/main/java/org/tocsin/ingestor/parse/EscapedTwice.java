package org.tocsin.ingestor.parse;

import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Markup that a publishing system escaped once too often. Only where the text has no tag of its
 * own, and its escaped ones come in a pair or break a line: a story about HTML keeps its words.
 */
final class EscapedTwice {

    private static final Pattern TAG = Pattern.compile("<[A-Za-z/!]");
    private static final Pattern ESCAPED =
            Pattern.compile(
                    "&lt;(?:/(?:p|div|b|i|a|em|strong|span|ul|ol|li|h[1-6]|table|blockquote)&gt;"
                            + "|(?:br|img)\\b[^<>]{0,500}?&gt;)",
                    Pattern.CASE_INSENSITIVE);

    private EscapedTwice() {}

    static String once(String content) {
        boolean twice = !TAG.matcher(content).find() && ESCAPED.matcher(content).find();
        return twice ? Parser.unescapeEntities(content, false) : content;
    }
}
