package org.tocsin.core.dedupe;

/** The words of substance of a text, whatever their form; reused from text to text. */
final class Vocabulary {

    private static final int NAMED = 1;

    /** The round in which the word was last added, doubled; the lowest bit says it is a name. */
    private final int[] rounds = new int[1 << 14];

    private int round;
    private int size;

    void clear() {
        round++;
        size = 0;
    }

    int size() {
        return size;
    }

    /** Adds these of the codes and answers what those count that were not there yet. */
    double addAll(short[] codes, int from, int to) {
        double counted = 0;
        for (int i = from; i < to; i++) {
            if (Codes.kind(codes[i]) != Codes.PLAIN && add(codes[i])) {
                counted += Codes.shipped().telling(codes[i]);
            }
        }
        return counted;
    }

    /** True where the word was not there yet. */
    boolean add(short code) {
        int word = Codes.word(code);
        boolean first = rounds[word] >> 1 != round;
        int named = Codes.kind(code) == Codes.NAME ? NAMED : 0;
        rounds[word] = first ? round << 1 | named : rounds[word] | named;
        size += first ? 1 : 0;
        return first;
    }

    boolean contains(short code) {
        return rounds[Codes.word(code)] >> 1 == round;
    }

    boolean isName(short code) {
        return contains(code) && (rounds[Codes.word(code)] & NAMED) != 0;
    }
}
