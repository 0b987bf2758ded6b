package org.tocsin.core.dedupe;

import java.util.BitSet;
import org.tocsin.core.text.Words;

/**
 * Which words stand in quotation marks. Two independent reports carry the same official statement,
 * so shared quotations prove little.
 */
final class Quotes {

    /** A quotation is closed at the latest here: a mark that was never closed must not run on. */
    private static final int LONGEST = 700;

    private Quotes() {}

    static BitSet in(String text, Words words, int length) {
        var quoted = new BitSet(length);
        int from = -1;
        char closer = 0;
        int word = 0;
        for (int i = 0; i < text.length() && word < length; i++) {
            char c = text.charAt(i);
            if (from >= 0 && (c == closer || i - from > LONGEST)) {
                from = -1;
            } else if (from < 0 && closerOf(c) != 0) {
                from = i;
                closer = closerOf(c);
            }
            if (words.start(word) == i) {
                quoted.set(word++, from >= 0);
            }
        }
        return quoted;
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
