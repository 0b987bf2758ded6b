package org.tocsin.core.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private static final char[][] NONE = {};

    /**
     * By their last letter, those that are tried first in front. A long suffix wants a stem of four
     * letters, a short one of three.
     */
    private static final char[][][] SUFFIXES =
            byLastLetter(
                    "ations", "ation", "ments", "ment", "ings", "edly", "ing", "ers", "ors", "ions",
                    "ion", "ies", "ied", "ed", "er", "or", "es", "ly", "al", "s", "e", "y");

    /** The forms of irregular verbs, and by their numbers the verbs. */
    private final Vocabulary forms;

    private final List<char[]> verbs;
    private final char[] letters = new char[LONGEST];
    private int length;

    private Stemmer(Vocabulary forms, List<char[]> verbs) {
        this.forms = forms;
        this.verbs = verbs;
    }

    /**
     * @param lines of {@code verbs.txt}: an irregular verb, its past and its participle
     */
    static Stemmer of(List<String> lines) {
        var forms = new Vocabulary(1 << 9);
        var verbs = new ArrayList<char[]>();
        verbs.add(null);
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 1; i < words.length; i++) {
                int number = forms.add(words[i]);
                char[] verb = words[0].toCharArray();
                if (number == verbs.size()) {
                    verbs.add(verb);
                } else {
                    verbs.set(number, verb);
                }
            }
        }
        return new Stemmer(forms, verbs);
    }

    /** One that knows the same verbs, for another thread. */
    Stemmer copy() {
        return new Stemmer(forms, verbs);
    }

    /** Reads a word of a text; what is asked for next is its stem. */
    void read(Words words, int word) {
        int form = forms.of(words.hash(word));
        if (form == Vocabulary.UNKNOWN) {
            length = words.fold(word, letters);
        } else {
            take(verbs.get(form));
        }
        cut();
    }

    /** The same of a folded word. */
    void read(String folded) {
        int form = forms.of(folded);
        take(form == Vocabulary.UNKNOWN ? folded.toCharArray() : verbs.get(form));
        cut();
    }

    private void take(char[] word) {
        length = Math.min(LONGEST, word.length);
        System.arraycopy(word, 0, letters, 0, length);
    }

    /** {@link Words#hash} of the stem. */
    long hash() {
        return Words.hash(letters, length);
    }

    String stem() {
        return new String(letters, 0, length);
    }

    private void cut() {
        char last = length == 0 ? 0 : letters[length - 1];
        for (char[] suffix : last < SUFFIXES.length ? SUFFIXES[last] : NONE) {
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
        for (int i = 2; i <= suffix.length; i++) {
            if (letters[length - i] != suffix[suffix.length - i]) {
                return false;
            }
        }
        return true;
    }

    private static char[][][] byLastLetter(String... suffixes) {
        var all = new char[128][][];
        Arrays.fill(all, NONE);
        for (String suffix : suffixes) {
            int last = suffix.charAt(suffix.length() - 1);
            all[last] = Arrays.copyOf(all[last], all[last].length + 1);
            all[last][all[last].length - 1] = suffix.toCharArray();
        }
        return all;
    }
}
