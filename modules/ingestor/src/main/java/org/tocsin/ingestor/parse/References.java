package org.tocsin.ingestor.parse;

import org.jsoup.parser.Parser;

/** Character references by number, as feeds write them. */
final class References {

    /** What bytes 0x80 to 0x9F mean in windows-1252, whose numbers HTML gave to everyone. */
    private static final String WINDOWS =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D"
                    + "\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153"
                    + "\u009D\u017E\u0178";

    private References() {}

    /** The text with its references as characters. */
    static String resolved(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, true);
    }

    /**
     * The code point of {@code #123} or {@code #x7B}; -1 where that is no number, -2 where it is
     * one that XML forbids.
     */
    static int codePoint(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            if (code >= 0x80 && code <= 0x9F) {
                return WINDOWS.charAt(code - 0x80);
            }
            boolean allowed = isAllowed(code) && code < 0x10000;
            return allowed || code >= 0x10000 && code <= 0x10FFFF ? code : -2;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Whether XML 1.0 allows this char outside surrogate pairs. */
    static boolean isAllowed(int c) {
        return c >= 0x20 && c < 0xD800 || c >= 0xE000 && c < 0xFFFE || c == 9 || c == 10 || c == 13;
    }
}
