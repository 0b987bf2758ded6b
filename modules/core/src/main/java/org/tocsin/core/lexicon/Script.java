package org.tocsin.core.lexicon;

/**
 * Scripts by the first letter of a folded word: names are kept apart by them, since most articles
 * ask for those of one. Two that share a place would do no harm.
 */
enum Script {
    LATIN,
    CYRILLIC,
    HEBREW,
    ARABIC,
    OTHER;

    static Script of(char first) {
        if (first < 0x370) {
            return LATIN;
        }
        if (first >= 0x400 && first < 0x530) {
            return CYRILLIC;
        }
        if (first >= 0x590 && first < 0x600) {
            return HEBREW;
        }
        return first >= 0x600 && first < 0x780 ? ARABIC : OTHER;
    }

    static Script of(String folded) {
        return of(folded.isEmpty() ? 0 : folded.charAt(0));
    }
}
