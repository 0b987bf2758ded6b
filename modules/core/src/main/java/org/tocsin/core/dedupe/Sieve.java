package org.tocsin.core.dedupe;

/** Passes over most words that are in no list, at a look: a bit for each word that is in it. */
final class Sieve {

    private final long[] bits = new long[8];

    Sieve() {}

    /** Of all those codes that are not plain. */
    Sieve(short[] codes) {
        for (short code : codes) {
            if (Codes.kind(code) != Codes.PLAIN) {
                add(code);
            }
        }
    }

    void add(short code) {
        bits[code >>> 6 & 7] |= 1L << code;
    }

    /** False where the word was not added, whatever its kind; true of one word in some, too. */
    boolean mayHold(short code) {
        return (bits[code >>> 6 & 7] >>> code & 1) != 0;
    }
}
