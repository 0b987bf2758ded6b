package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.text.Fold;

/**
 * Katakana words end where another script begins: {@code タイ} is no land in {@code タイトル}, nor {@code
 * マリ} in {@code マリオ}. Lands do stand before a second word in one run ({@code ロシアメディア}).
 */
final class Kana {

    private static final char FIRST = 'ァ';
    private static final char LAST = 'ヿ';

    /** Parts two words. */
    private static final char DOT = '・';

    /** A longer name of a land is seldom the beginning of another word. */
    private static final int LONG = 4;

    private final Set<String> behindLands;

    Kana(Phrases phrases) {
        behindLands = phrases.formsOf("behind-land-kana").keySet();
    }

    /** The name is but a part of a longer word. */
    boolean isPart(Reading reading, boolean person, int from, int to) {
        int start = reading.words.start(from);
        int end = reading.words.end(to - 1);
        if (start > 0 && isKana(reading, start) && isKana(reading, start - 1)) {
            return true;
        }
        if (end >= reading.text.length() || !isKana(reading, end - 1) || !isKana(reading, end)) {
            return false;
        }
        int last = end;
        while (last < reading.text.length() && isKana(reading, last)) {
            last++;
        }
        boolean goesOn = end - start >= LONG && last - end > 1;
        return person
                || !goesOn && !behindLands.contains(Fold.fold(reading.text.substring(end, last)));
    }

    private static boolean isKana(Reading reading, int at) {
        char letter = reading.text.charAt(at);
        return letter >= FIRST && letter <= LAST && letter != DOT;
    }
}
