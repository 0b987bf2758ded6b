package org.tocsin.core.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.text.Words;

/**
 * Cuts English words down to what their forms share, so that "withdraws", "withdrew" and
 * "withdrawal" are one term to the {@link TopicModel}: irregular verbs by table, then one suffix at
 * most, the longest that leaves enough. Lighter than Porter's (1980): a stem is read by nobody, and
 * two senses in one stem cost more than two stems of one sense.
 *
 * <p>Holds the stem last asked for; not for two threads.
 */
final class Stemmer {

    private static final int LONGEST = 64;

    /** A long suffix wants a stem of four letters, a short one of three. */
    private static final char[][] SUFFIXES =
            chars(
                    "ations", "ation", "ments", "ment", "ings", "edly", "ing", "ers", "ors", "ions",
                    "ion", "ies", "ied", "ed", "er", "or", "es", "ly", "al", "s", "e", "y");

    private final Map<Long, char[]> irregular;
    private final char[] letters = new char[LONGEST];
    private int length;

    private Stemmer(Map<Long, char[]> irregular) {
        this.irregular = irregular;
    }

    /**
     * @param verbs lines of {@code verbs.txt}: an irregular verb, its past and its participle
     */
    static Stemmer of(List<String> verbs) {
        var irregular = new HashMap<Long, char[]>();
        for (String line : verbs) {
            String[] forms = line.split(" ");
            for (int i = 1; i < forms.length; i++) {
                irregular.put(Words.hash(forms[i]), forms[0].toCharArray());
            }
        }
        return new Stemmer(irregular);
    }

    /** One that knows the same verbs, for another thread. */
    Stemmer copy() {
        return new Stemmer(irregular);
    }

    /** Reads a word of a text; what is asked for next is its stem. */
    void read(Words words, int word) {
        char[] verb = irregular.get(words.hash(word));
        if (verb != null) {
            System.arraycopy(verb, 0, letters, 0, verb.length);
            length = verb.length;
        } else {
            length = words.fold(word, letters);
        }
        cut();
    }

    /** {@link Words#hash} of the stem. */
    long hash() {
        return Words.hash(letters, length);
    }

    String stem() {
        return new String(letters, 0, length);
    }

    private void cut() {
        for (char[] suffix : SUFFIXES) {
            if (length - suffix.length >= (suffix.length > 2 ? 4 : 3) && ends(suffix)) {
                length -= suffix.length;
                break;
            }
        }
        boolean twice = length > 3 && letters[length - 1] == letters[length - 2];
        if (twice && letters[length - 1] != 'l' && letters[length - 1] != 's') {
            length--;
        }
    }

    private boolean ends(char[] suffix) {
        for (int i = 1; i <= suffix.length; i++) {
            if (letters[length - i] != suffix[suffix.length - i]) {
                return false;
            }
        }
        return true;
    }

    private static char[][] chars(String... suffixes) {
        var all = new char[suffixes.length][];
        for (int i = 0; i < suffixes.length; i++) {
            all[i] = suffixes[i].toCharArray();
        }
        return all;
    }
}
