package org.tocsin.core.dedupe;

import java.util.BitSet;

/**
 * Which words stand in quotation marks. Two independent reports carry the same official statement,
 * so shared quotations prove little.
 */
final class Quotes {

    /** A quotation is closed at the latest here: a mark that was never closed must not run on. */
    private static final int LONGEST = 700;

    private Quotes() {}

    /** Of the first words, so many as {@code length}, those that are quoted. */
    static BitSet in(Tokens words, int length) {
        var quoted = new BitSet(length);
        int word = 0;
        int from = -1;
        char closer = 0;
        for (int mark = 0; mark < words.quoteMarks() && word < length; mark++) {
            int at = words.quoteMark(mark);
            char c = words.text().charAt(at);
            if (from < 0 || at - from > LONGEST) {
                int end = from < 0 ? -1 : from + LONGEST + 1;
                word = mark(quoted, words, length, word, end);
                // The mark at which an open quotation is given up opens none.
                boolean opens = end < at && closerOf(c) != 0;
                from = opens ? at : -1;
                closer = closerOf(c);
                word = skip(words, length, word, at);
            } else if (c == closer) {
                word = mark(quoted, words, length, word, at);
                from = -1;
            }
        }
        mark(quoted, words, length, word, from < 0 ? -1 : from + LONGEST + 1);
        return quoted;
    }

    /** Marks the words up to that place in the text, and answers the next. */
    private static int mark(BitSet quoted, Tokens words, int length, int word, int end) {
        int next = skip(words, length, word, end);
        quoted.set(word, next);
        return next;
    }

    private static int skip(Tokens words, int length, int word, int end) {
        int next = word;
        while (next < length && words.start(next) < end) {
            next++;
        }
        return next;
    }

    static boolean isMark(char c) {
        return closerOf(c) != 0 || c == '”' || c == '»' || c == '」';
    }

    private static char closerOf(char opener) {
        return switch (opener) {
            case '"' -> '"';
            case '“' -> '”';
            case '„' -> '“';
            case '«' -> '»';
            case '「' -> '」';
            default -> 0;
        };
    }
}
