package org.tocsin.core.tag;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.core.text.Fold;

/** Gathers the forms of one word, folded; of two readings of a form the first counts. */
final class Forms {

    final Map<String, Form> all = new LinkedHashMap<>();

    /** The stem with each of those endings, parted by blanks; {@code 0} is none. */
    Forms add(Form form, String stem, String endings) {
        for (String ending : endings.split(" ")) {
            all.putIfAbsent(Fold.fold(ending.equals("0") ? stem : stem + ending), form);
        }
        return this;
    }

    /** The word without its last letters. */
    static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    /** One of those endings, parted by blanks, ends the word. */
    static boolean ends(String word, String endings) {
        for (String ending : endings.split(" ")) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
