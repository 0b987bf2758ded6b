package org.tocsin.core.tag;

import java.util.Set;
import org.tocsin.core.text.Fold;

/**
 * What {@link Bearers} tells in Chinese and Japanese, which part no words: by the letters right
 * behind and before a name.
 */
final class HanBearers {

    private static final int LONGEST = 6;

    private final Namesakes classes;
    private final Reading reading;

    HanBearers(Namesakes classes, Reading reading) {
        this.classes = classes;
        this.reading = reading;
    }

    /** {@code 莫斯科酒店}, {@code 岸田駅}, {@code 水管工王毅}. */
    boolean isOne(boolean person, int from, int to) {
        int start = reading.words.start(from);
        int stop = reading.words.end(to - 1);
        return opens(stop, classes.behindHan)
                || person && opens(stop, classes.behindHanPerson)
                || closes(start, classes.tradeHan);
    }

    private boolean opens(int at, Set<String> any) {
        int longest = Math.min(LONGEST, reading.text.length() - at);
        String text = Fold.fold(reading.text.substring(at, at + longest));
        for (int length = 1; length <= text.length(); length++) {
            if (any.contains(text.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private boolean closes(int at, Set<String> any) {
        int before = at > 0 && "「『“\"".indexOf(reading.text.charAt(at - 1)) >= 0 ? at - 1 : at;
        String text = Fold.fold(reading.text.substring(Math.max(0, before - LONGEST), before));
        for (int start = text.length() - 1; start >= 0; start--) {
            if (any.contains(text.substring(start))) {
                return true;
            }
        }
        return false;
    }
}
