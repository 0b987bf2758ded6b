package org.tocsin.core.text;

import java.util.Arrays;

/**
 * What a UTF-16 unit is to a word and what it folds to, in one look: {@link Words} and {@link Fold}
 * by table for the scripts that nearly all texts are written in.
 */
final class Letters {

    /** Units looked at in one go, see {@link #run}. */
    static final int RUN = 8;

    /** Neither in a word nor one. */
    static final int APART = 0;

    /** In a word, and enough to begin one. */
    static final int WITHIN = 1;

    /** Only its code point tells: a mark, a Han letter, half of a pair. */
    static final int OTHER = 1 << RUN;

    /** What {@link #folded} says of a unit that does not simply fold to one other. */
    static final char SEVERAL = '\uffff';

    /** Up to here, punctuation in it, kinds are in the table. */
    private static final int KNOWN_KINDS = 0x2E80;

    /** Latin, Greek, Cyrillic, Hebrew and Arabic. */
    private static final int KNOWN_FORMS = 0x700;

    private static final char[] KINDS = kinds();
    private static final char[] FOLDED = forms();

    private Letters() {}

    static int kind(char unit) {
        return KINDS[unit];
    }

    /**
     * The kinds of eight units at once, the first in the lowest bit: whether each is {@link
     * #WITHIN} in the low eight bits, whether it is {@link #OTHER} in the next. Without a branch or
     * a comparison a letter, since this is what reading a text costs.
     */
    static int run(char[] units, int at) {
        return KINDS[units[at]]
                | KINDS[units[at + 1]] << 1
                | KINDS[units[at + 2]] << 2
                | KINDS[units[at + 3]] << 3
                | KINDS[units[at + 4]] << 4
                | KINDS[units[at + 5]] << 5
                | KINDS[units[at + 6]] << 6
                | KINDS[units[at + 7]] << 7;
    }

    static char folded(char unit) {
        return unit < KNOWN_FORMS ? FOLDED[unit] : SEVERAL;
    }

    /** One for each unit there is, or each look would begin with a comparison. */
    private static char[] kinds() {
        var kinds = new char[1 << Character.SIZE];
        Arrays.fill(kinds, (char) OTHER);
        for (int i = 0; i < KNOWN_KINDS; i++) {
            if (Words.startsWith(i)) {
                kinds[i] = WITHIN;
            } else if (!Words.goesOnWith(i)) {
                kinds[i] = APART;
            }
        }
        return kinds;
    }

    private static char[] forms() {
        var forms = new char[KNOWN_FORMS];
        for (int i = 0; i < KNOWN_FORMS; i++) {
            String form = Fold.slowly(Character.toString(i));
            forms[i] = form.length() == 1 ? form.charAt(0) : SEVERAL;
        }
        return forms;
    }
}
