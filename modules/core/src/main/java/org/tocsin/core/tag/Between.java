package org.tocsin.core.tag;

import org.tocsin.core.text.Words;

/**
 * What stands between a word and the next one, as bits: each text is looked at once, so that the
 * many questions about commas and blanks are single tests.
 */
final class Between {

    /** A comma of any script. */
    static final int COMMA = 1;

    static final int COLON = 1 << 1;

    /** Parts clauses whatever follows: a semicolon, colon, dash or bracket. */
    static final int HARD = 1 << 2;

    static final int HYPHEN = 1 << 3;
    static final int STOP = 1 << 4;

    static final int BLANK = 1 << 5;

    /** Ends what belongs to an office: {@code .,;:()}. */
    static final int ENDS_OFFICE = 1 << 7;

    /** Something else than white space. */
    static final int MARK = 1 << 8;

    /** A hyphen and nothing else. */
    static final int JOINED = 1 << 9;

    static final int LINE = 1 << 10;

    private static final int[] ASCII = new int[128];

    static {
        for (char letter = 0; letter < ASCII.length; letter++) {
            ASCII[letter] = slowly(letter);
        }
    }

    private Between() {}

    /** All that stands from {@code start} up to {@code end}. */
    static int of(Words text, int start, int end) {
        if (end - start == 1) {
            return only(text.unit(start));
        }
        int all = 0;
        for (int i = start; i < end; i++) {
            all |= of(text.unit(i));
        }
        return all;
    }

    private static int only(char letter) {
        return letter == '-' || letter == '‑' ? of(letter) | JOINED : of(letter);
    }

    private static int of(char letter) {
        return letter < ASCII.length ? ASCII[letter] : slowly(letter);
    }

    private static int slowly(char letter) {
        return bit(",،、", letter, COMMA)
                | bit(":", letter, COLON)
                | bit(";:—–()[]", letter, HARD)
                | bit("-", letter, HYPHEN)
                | bit(".", letter, STOP)
                | bit(" ", letter, BLANK)
                | bit("\n", letter, LINE)
                | bit(".,;:()", letter, ENDS_OFFICE)
                | (Character.isWhitespace(letter) ? 0 : MARK);
    }

    private static int bit(String any, char letter, int bit) {
        return any.indexOf(letter) >= 0 ? bit : 0;
    }
}
