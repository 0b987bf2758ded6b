package org.tocsin.core.dedupe;

/**
 * What it says that two articles share a word: how sure one may be that they tell of one happening.
 * A place or a person that is seldom in the news says most, a word that any text may have says
 * little, a date hardly anything.
 */
final class Specific {

    private static final double NAME = 1.5;

    /** A leader whom the news name every day, whatever happens. */
    private static final double FAMOUS = 0.6;

    private static final double STATE = 0.4;

    /** A state that is seldom in the news. */
    private static final double LAND = 1;

    private static final double CONTENT = 1;

    /** What was done, as all news tell it: killed, struck, agreed. */
    private static final double DEED = 0.5;

    private static final double FREQUENT = 0.35;
    private static final double TRADE = 0.25;
    private static final double FIGURE = 0.8;

    /** Up to a dozen anything may be. */
    private static final double FEW = 0.25;

    private static final double DATE = 0.1;
    private static final int DOZEN = 12;

    /** All weights are so many twentieths at most. */
    static final int DEGREES = 30;

    private static final double TWENTIETH = 0.05;

    private final Codes codes;
    private final float[] weights = new float[1 << 16];

    Specific(WordTable table, Codes codes) {
        this.codes = codes;
        for (int word = 0; word < 1 << 14; word++) {
            set(Codes.CONTENT, word, content(word));
            set(Codes.NAME, word, name(word));
            set(Codes.NUMBER, word, codes.isCommon(word) ? DATE : FIGURE);
        }
        for (int number = 0; number <= DOZEN; number++) {
            set(Codes.NUMBER, few(number), FEW);
        }
        for (WordTable.Entry entry : table.entries()) {
            int word = Codes.word(entry.code());
            if (entry.kind().equals("deed")) {
                set(Codes.CONTENT, word, DEED);
                set(Codes.NAME, word, DEED);
            } else if (entry.kind().equals("land")) {
                set(Codes.NAME, word, LAND);
                set(Codes.CONTENT, word, LAND);
            } else if (entry.kind().equals("number") && entry.canonical().length() == 1) {
                set(Codes.NUMBER, word, FEW);
            }
        }
    }

    private int few(int number) {
        return Codes.word(codes.unlisted(Codes.NUMBER, String.valueOf(number).hashCode()));
    }

    private double content(int word) {
        return codes.isCommon(word) ? TRADE : codes.isFrequent(word) ? FREQUENT : CONTENT;
    }

    private double name(int word) {
        if (codes.isCommon(word)) {
            return STATE;
        }
        return codes.isFrequent(word) ? FREQUENT : codes.isFamous(word) ? FAMOUS : NAME;
    }

    private void set(int kind, int word, double weight) {
        weights[kind << 14 | word] = (float) weight;
    }

    /** The weight in twentieths. */
    static int degree(double weight) {
        return (int) Math.round(weight / TWENTIETH);
    }

    /** By code. */
    float[] weights() {
        return weights;
    }
}
