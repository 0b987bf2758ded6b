package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.tocsin.core.text.Fold;
import org.tocsin.core.text.Sentences;
import org.tocsin.core.text.Words;

/**
 * What a reader must know of each UTF-16 unit, in one look: whether words begin or go on with it,
 * what it is folded to, whether it is a capital, ends a sentence or quotes.
 *
 * <p>It says what {@link Fold} and {@link Words} say, worked out once for each page of 256 units.
 * Letters beyond the basic plane are not in it; they are {@link #PAIRED}.
 */
final class Letters {

    /** The folded letter, where it is one unit. */
    static final int FOLDED = 0xFFFF;

    static final int STARTS = 1 << 16;
    static final int GOES_ON = 1 << 17;

    /** A Han or kana letter: a word by itself. */
    static final int ALONE = 1 << 18;

    static final int CAPITAL = 1 << 19;
    static final int LETTER = 1 << 20;

    /** After it a capital proves nothing. */
    static final int OPENS = 1 << 21;

    static final int QUOTES = 1 << 22;

    /** It is folded to nothing or to several units, see {@link #folded}. */
    static final int SEVERAL = 1 << 23;

    static final int PAIRED = 1 << 24;

    /** A sentence or a line may end with it. */
    static final int STOPS = 1 << 25;

    /** Of these bits a letter within a word has {@link #GOES_ON} alone, unless it is rare. */
    static final int SIMPLY_GOES_ON = GOES_ON | SEVERAL | PAIRED;

    /** The place of the bit that says: a letter like most, folded to one unit. */
    static final int PLAIN_BIT = 26;

    /** The place of the bit that says: no letter, but one of the marks above. */
    static final int MARK_BIT = 27;

    /** Neither a plain letter nor what parts words: the sign, so that it is soon seen. */
    static final int RARE = 1 << 31;

    /** No unit has these bits: a rare one always has others, too. */
    private static final int UNKNOWN = RARE;

    private static final int PAGE = 256;

    /** Latin, Greek, Cyrillic, Hebrew and Arabic, known from the start. */
    private static final int NEAR = 0x700;

    /** By unit. Pages are filled when first asked for, twice alike where two threads ask. */
    private static final int[] UNITS = new int[1 << 16];

    static {
        Arrays.fill(UNITS, UNKNOWN);
        for (int c = 0; c < NEAR; c++) {
            UNITS[c] = unit((char) c);
        }
    }

    private static final AtomicReferenceArray<String[]> SEVERALS = new AtomicReferenceArray<>(PAGE);

    private Letters() {}

    static int of(char unit) {
        int known = UNITS[unit];
        return known == UNKNOWN ? learnt(unit) : known;
    }

    /**
     * By unit, for the hot loop; a {@link #RARE} one may only not be known yet, see {@link #of}.
     */
    static int[] units() {
        return UNITS;
    }

    private static int learnt(char unit) {
        int first = unit / PAGE * PAGE;
        for (int c = first; c < first + PAGE; c++) {
            UNITS[c] = unit((char) c);
        }
        return UNITS[unit];
    }

    /** What a unit that is {@link #SEVERAL} is folded to. */
    static String folded(char unit) {
        String[] page = SEVERALS.get(unit / PAGE);
        if (page == null) {
            page = new String[PAGE];
            for (int i = 0; i < PAGE; i++) {
                page[i] = Fold.fold(Character.toString((char) (unit / PAGE * PAGE + i)));
            }
            SEVERALS.set(unit / PAGE, page);
        }
        return page[unit % PAGE];
    }

    private static int unit(char c) {
        if (Character.isSurrogate(c)) {
            return RARE | PAIRED;
        }
        String folded = Fold.fold(Character.toString(c));
        int unit = folded.length() == 1 ? folded.charAt(0) : SEVERAL;
        boolean alone = Words.isAlone(c);
        unit |= alone ? ALONE : 0;
        unit |= !alone && Words.startsWith(c) ? STARTS : 0;
        unit |= !alone && Words.goesOnWith(c) ? GOES_ON : 0;
        unit |= Character.isUpperCase(c) ? CAPITAL : 0;
        unit |= Character.isLetterOrDigit(c) ? LETTER : 0;
        unit |= ".!?\n:\"“".indexOf(c) >= 0 ? OPENS : 0;
        unit |= Sentences.mayEndWith(c) ? STOPS : 0;
        unit |= Quotes.isMark(c) ? QUOTES : 0;
        return unit | sort(unit);
    }

    private static int sort(int unit) {
        if ((unit & (STARTS | GOES_ON | ALONE)) == 0) {
            return (unit & (OPENS | STOPS | QUOTES)) == 0 ? 0 : 1 << MARK_BIT;
        }
        boolean plain = (unit & (STARTS | GOES_ON | SEVERAL)) == (STARTS | GOES_ON);
        return plain ? 1 << PLAIN_BIT : RARE;
    }
}
