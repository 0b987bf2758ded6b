package org.tocsin.core.dedupe;

/** The words of a title and of what follows the lead that tell one story from another. */
final class Terms {

    /** Words from the lead on; further down stands what was known before. */
    static final int OPENING = 60;

    private Terms() {}

    /** The codes, each word once, those first that tell most. */
    static short[] of(short[] title, short[] body, int lead) {
        int length = Math.max(0, Math.min(OPENING, body.length - lead));
        var found = new short[title.length + length];
        var seen = new Sieve();
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            short code = i < title.length ? title[i] : body[lead + i - title.length];
            if (Codes.kind(code) != Codes.PLAIN
                    && !(seen.mayHold(code) && contains(found, count, code))) {
                seen.add(code);
                found[count++] = code;
            }
        }
        return tellingFirst(found, count);
    }

    /**
     * In their order where they tell as much; there are few degrees of that, see {@link Specific}.
     */
    private static short[] tellingFirst(short[] codes, int count) {
        var degrees = new int[count];
        var next = new int[Specific.DEGREES + 1];
        for (int i = 0; i < count; i++) {
            degrees[i] = Specific.DEGREES - Specific.degree(Codes.shipped().specific(codes[i]));
            next[degrees[i]]++;
        }
        for (int degree = 0, before = 0; degree < next.length; degree++) {
            int here = next[degree];
            next[degree] = before;
            before += here;
        }
        var sorted = new short[count];
        for (int i = 0; i < count; i++) {
            sorted[next[degrees[i]]++] = codes[i];
        }
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
