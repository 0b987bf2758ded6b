package org.tocsin.core.dedupe;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.tocsin.core.text.Fold;
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

    /** Of these bits a letter within a word has {@link #GOES_ON} alone, unless it is rare. */
    static final int SIMPLY_GOES_ON = GOES_ON | SEVERAL | PAIRED;

    private static final int PAGE = 256;

    /** Latin, Greek, Cyrillic, Hebrew and Arabic, without a way round. */
    private static final int NEAR = 0x700;

    private static final int[] NEAR_UNITS = units(0, NEAR);
    private static final AtomicReferenceArray<int[]> FAR_UNITS = new AtomicReferenceArray<>(PAGE);
    private static final AtomicReferenceArray<String[]> SEVERALS = new AtomicReferenceArray<>(PAGE);

    private Letters() {}

    static int of(char unit) {
        return unit < NEAR ? NEAR_UNITS[unit] : far(unit);
    }

    private static int far(char unit) {
        int[] page = FAR_UNITS.get(unit / PAGE);
        if (page == null) {
            page = units(unit / PAGE * PAGE, PAGE);
            FAR_UNITS.set(unit / PAGE, page);
        }
        return page[unit % PAGE];
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

    private static int[] units(int from, int count) {
        var units = new int[count];
        for (int i = 0; i < count; i++) {
            units[i] = unit((char) (from + i));
        }
        return units;
    }

    private static int unit(char c) {
        if (Character.isSurrogate(c)) {
            return PAIRED;
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
        return unit | (Quotes.isMark(c) ? QUOTES : 0);
    }
}
