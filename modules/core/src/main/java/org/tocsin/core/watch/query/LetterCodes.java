package org.tocsin.core.watch.query;

import java.util.Arrays;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Words;

/**
 * One byte for each UTF-16 unit: the letter that it folds to, if that is one of the alphabets that
 * most news is written in, or else what kind of unit it is. So eight letters are one number, and
 * what a bit of it says is known of eight at once.
 */
final class LetterCodes {

    /** Parts words. */
    static final byte APART = 0;

    /** A letter's code is its place from 1. All fold to themselves. */
    private static final String LETTERS =
            row('0', '9')
                    + row('a', 'z')
                    + row('а', 'џ')
                    + row('α', 'ω')
                    + row('א', 'ת')
                    + row('ء', 'ي')
                    + "پچژگ";

    /** In the codes of all others that are within words, and in those of no letter. */
    private static final int SPECIAL = 0xe0;

    /** Only {@link Fold} knows what becomes of it. */
    private static final byte OTHER = (byte) SPECIAL;

    /** Such a one with which no word begins. */
    private static final byte MARK = (byte) (SPECIAL | 0x10);

    /** Only its code point tells. */
    private static final byte UNKNOWN = (byte) (SPECIAL | 0x08);

    private static final long HIGHEST = 0x8080808080808080L;

    /** Multiplied by this, the lowest bits of eight bytes meet in the highest byte. */
    private static final long GATHER = 0x0102040810204080L;

    /** Up to here, punctuation in it, units are known. */
    private static final int KNOWN = 0x2E80;

    /** One for each unit there is, or each look would begin with a comparison. */
    private static final byte[] CODES = new byte[1 << Character.SIZE];

    static {
        Arrays.fill(CODES, UNKNOWN);
        for (int unit = 0; unit < KNOWN; unit++) {
            CODES[unit] = code(unit);
        }
    }

    private LetterCodes() {}

    private static String row(char first, char last) {
        var row = new StringBuilder();
        for (char letter = first; letter <= last; letter++) {
            if (Fold.fold(Character.toString(letter)).equals(Character.toString(letter))) {
                row.append(letter);
            }
        }
        return row.toString();
    }

    private static byte code(int unit) {
        if (!Words.startsWith(unit)) {
            return Words.goesOnWith(unit) ? MARK : APART;
        }
        String form = Fold.fold(Character.toString(unit));
        return form.length() == 1 ? ofFolded(form.charAt(0)) : OTHER;
    }

    /** Of a letter as it stands in a folded word. */
    static byte ofFolded(char letter) {
        int place = LETTERS.indexOf(letter);
        return place < 0 ? OTHER : (byte) (place + 1);
    }

    static void of(char[] units, int length, byte[] into) {
        for (int i = 0; i < length; i++) {
            into[i] = CODES[units[i]];
        }
    }

    /** A bit for each of eight codes, the first the lowest: whether it is within a word. */
    static long within(long eight) {
        return gather(eight | (eight & ~HIGHEST) + ~HIGHEST);
    }

    static long marks(long eight) {
        return gather(special(eight) & eight << 3);
    }

    static long unknown(long eight) {
        return gather(special(eight) & eight << 4);
    }

    /** Not 0 where any of them is neither a letter nor parts words. */
    static long special(long eight) {
        return eight & eight << 1 & eight << 2 & HIGHEST;
    }

    /** The highest bit of each byte. */
    private static long gather(long eight) {
        return ((eight & HIGHEST) >>> 7) * GATHER >>> 56;
    }
}
