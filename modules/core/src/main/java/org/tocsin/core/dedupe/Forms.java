package org.tocsin.core.dedupe;

/**
 * What of a word is the same in all its forms: of a number its digits, of another word what stands
 * before an English ending. Both as {@link String#hashCode()} would tell them, though no string is
 * made.
 */
final class Forms {

    /** The inverse of 31 among numbers of 32 bits. */
    private static final int OF_31 = 0xBDEF7BDF;

    private Forms() {}

    static boolean isNumber(Tokens words, int at) {
        char first = words.foldedUnit(at, 0);
        return first < 128
                ? isAsciiDigit(first)
                : Character.isDigit(
                        Character.isSurrogate(first) ? words.folded(at).codePointAt(0) : first);
    }

    /** Of the digits alone: "107km" is the same number as "107 km", "05" as "5" and "5th". */
    static int numberHash(Tokens words, int at, int length) {
        int digits = 0;
        while (digits < length && isAsciiDigit(words.foldedUnit(at, digits))) {
            digits++;
        }
        if (digits == 0) {
            return words.rawHash(at);
        }
        int hash = 0;
        for (int i = 0; i < digits; i++) {
            char digit = words.foldedUnit(at, i);
            boolean leads = hash == 0 && digit == '0' && i + 1 < digits;
            hash = leads ? 0 : 31 * hash + digit;
        }
        return hash;
    }

    private static boolean isAsciiDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }

    /**
     * The raw hash of the word without its English ending; other languages pass nearly unharmed,
     * since both sides lose alike. No string is made, most words come this way: the ending's
     * letters are taken off the hash again.
     */
    static int stemHash(Tokens words, int at, int length) {
        long tail = words.tail(at);
        int hash = words.rawHash(at);
        for (int left = ending(tail, length); left > 0; left--) {
            hash = (hash - (int) (tail >>> 48)) * OF_31;
            tail <<= 16;
        }
        return hash;
    }

    /**
     * The raw hash of what stands before a regular ending ({@code -s}, {@code -ed}, {@code -ing});
     * 0 where there is none.
     */
    static int regularStemHash(Tokens words, int at, int length) {
        long tail = words.tail(at);
        char last = (char) (tail >>> 48);
        boolean regular = last == 's' ? (char) (tail >>> 32) != 'e' : last == 'd' || last == 'g';
        return regular && ending(tail, length) > 0 ? stemHash(words, at, length) : 0;
    }

    /** The word without its English ending. */
    static String stem(Tokens words, int at) {
        int length = words.foldedLength(at);
        return words.folded(at).substring(0, length - ending(words.tail(at), length));
    }

    /** How many letters the English ending of a word has that ends with those four units. */
    private static int ending(long tail, int length) {
        if (length < 4) {
            return 0;
        }
        char last = (char) (tail >>> 48);
        char before = (char) (tail >>> 32);
        if (last == 's') {
            return length > 4 && before == 'e' ? 2 : before != 's' ? 1 : 0;
        }
        if (last == 'e') {
            return length > 4 ? 1 : 0;
        }
        if (last == 'd') {
            return length > 4 && before == 'e' ? 2 : 0;
        }
        boolean ing = last == 'g' && before == 'n' && (char) (tail >>> 16) == 'i';
        return ing && length > 5 ? 3 : 0;
    }
}
