package org.tocsin.core.lexicon;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The forms of a common word by the rules that names have: cases of Russian, Ukrainian and Greek
 * ones, prefixes of Arabic and Hebrew ones, particles of Korean ones. Latin words have but the one.
 */
public final class WordForms {

    private static final Spellings SPELLINGS = new Spellings();

    private WordForms() {}

    /** All forms of all the folded words. */
    public static Set<String> of(Collection<String> words) {
        var forms = new LinkedHashSet<String>();
        for (String word : words) {
            forms.add(word);
            if (Script.of(word) != Script.LATIN) {
                add(word, forms);
            }
        }
        return forms;
    }

    private static void add(String word, Set<String> forms) {
        SPELLINGS.of(word, NameKind.FULL).forEach(spelling -> forms.add(spelling.get(0)));
        if (Script.of(word) == Script.ARABIC) {
            SPELLINGS.of("ال" + word, NameKind.FULL).forEach(form -> forms.add(form.get(0)));
        }
    }
}
