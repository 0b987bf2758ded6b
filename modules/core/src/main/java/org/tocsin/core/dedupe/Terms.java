package org.tocsin.core.dedupe;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The words of a title and of what follows the lead that tell one story from another. */
final class Terms {

    /** Words from the lead on; further down stands what was known before. */
    static final int OPENING = 60;

    private Terms() {}

    /** The codes, each word once, those first that tell most. */
    static short[] of(short[] title, short[] body, int lead) {
        int length = Math.max(0, Math.min(OPENING, body.length - lead));
        var found = new short[title.length + length];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            short code = i < title.length ? title[i] : body[lead + i - title.length];
            if (Codes.kind(code) != Codes.PLAIN && !contains(found, count, code)) {
                found[count++] = code;
            }
        }
        return tellingFirst(found, count);
    }

    private static short[] tellingFirst(short[] codes, int count) {
        var order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = (long) (-1000 * Codes.shipped().telling(codes[i])) << 32 | i;
        }
        Arrays.sort(order);
        var sorted = new short[count];
        IntStream.range(0, count).forEach(i -> sorted[i] = codes[(int) order[i]]);
        return sorted;
    }

    static boolean contains(short[] codes, int count, short code) {
        for (int i = 0; i < count; i++) {
            if (Codes.word(codes[i]) == Codes.word(code)) {
                return true;
            }
        }
        return false;
    }
}
