package org.tocsin.core.tag;

/** The little that is known of place and state in scripts other than Latin. */
final class NonLatin {

    /** Letters from here on are of no Latin script. */
    static final int FIRST_SCRIPT = 0x370;

    /** Hebrew, Arabic and all behind them: their names have no endings of cases. */
    static final int FIRST_WITHOUT_CASES = 0x590;

    private NonLatin() {}

    static boolean isIt(String word) {
        char first = word.charAt(0);
        return first >= 128
                && Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.LATIN;
    }

    /** An Arabic or Hebrew capital with the prefix for "in". */
    static boolean locates(String word) {
        return word.startsWith("ب") && word.length() > 5
                || word.startsWith("ב") && word.length() > 4;
    }
}
