package org.tocsin.core.watch.query;

/**
 * The 64 bits of a folded word. Eight letters are taken in one step, as {@link LetterCodes} has
 * them, so that nearly every word is done in two, and different words of up to eight letters never
 * share their bits. Words with other letters are summed up one by one.
 */
final class WordHash {

    /** Letters of a step: the first in the lowest byte, 0 behind the last. */
    static final int STEP = 8;

    private static final long FACTOR = 0x9e3779b97f4a7c55L;
    private static final long LAST_FACTOR = 0xd6e8feb86659fd93L;

    private WordHash() {}

    static long of(String folded) {
        int length = folded.length();
        long hash = 0;
        for (int at = 0; at < Math.max(2 * STEP, length); at += STEP) {
            long codes = 0;
            for (int i = Math.min(length, at + STEP) - 1; i >= at; i--) {
                codes = codes << Byte.SIZE | LetterCodes.ofFolded(folded.charAt(i)) & 0xff;
            }
            if (LetterCodes.special(codes) != 0) {
                return ofOthers(folded);
            }
            hash = hash * FACTOR + codes;
        }
        return done(hash);
    }

    /** Of a word of up to sixteen letters. */
    static long of(long first, long second) {
        return done(first * FACTOR + second);
    }

    private static long ofOthers(String folded) {
        long hash = LAST_FACTOR;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash * FACTOR + folded.charAt(i);
        }
        return done(hash);
    }

    /** Never 0, which marks an empty place in a table. */
    private static long done(long sum) {
        long hash = sum * LAST_FACTOR;
        long mixed = hash ^ hash >>> 32;
        return mixed == 0 ? 1 : mixed;
    }
}
