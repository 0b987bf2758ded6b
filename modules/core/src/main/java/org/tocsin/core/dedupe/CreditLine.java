package org.tocsin.core.dedupe;

/**
 * Tells lines that say where an article comes from ("By Reuters", "Compiled with agencies") from
 * other bylines: whoever cleans a text must leave them, since origins are read from them.
 */
public final class CreditLine {

    private static final int MOST_WORDS = 14;

    private CreditLine() {}

    /** Whether this line, which is some byline or credit, names an outlet or the agencies. */
    public static boolean namesOutlet(String line) {
        Tokens words = Tokens.of(line);
        return words.size() <= MOST_WORDS && Credits.shipped().namesOutlet(words);
    }
}
