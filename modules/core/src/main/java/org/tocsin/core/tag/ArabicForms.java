package org.tocsin.core.tag;

import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Arabic: a verb is its perfect, with the imperfect behind a stroke where the letters do not tell
 * it ({@code قال/يقول}); the future is the imperfect with its prefix. A noun takes the endings of
 * number, case and owner; broken plurals are listed. Conjunction, article and prepositions, which
 * are written as one with the word, are taken off the words of a text.
 */
final class ArabicForms implements Morphology {

    private static final String[] PREFIXES = {
        "وال", "فال", "بال", "كال", "وبال", "ولل", "ال", "لل", "وب", "ول", "و", "ف", "ب", "ل", "ك"
    };

    /** With what a phrase may write a noun: else such a word of a text would not be the noun's. */
    private static final String[] WRITTEN = {"ال", "لل", "بال", "وال", "و", "ب", "ل"};

    private static final String[] SUFFIXES = {"", "هما", "ها", "هم", "ه", "نا", "ا"};
    private static final int LEAST = 3;

    @Override
    public Map<String, Form> verb(String base) {
        String[] parts = base.replace('ى', 'ي').split("/");
        String perfect = parts[0];
        boolean weak = Forms.ends(perfect, "ي") || perfect.endsWith("ا");
        String stem = weak ? Forms.cut(perfect, 1) : perfect;
        var forms = new Forms();
        forms.add(Form.PAST, perfect, "0").add(Form.PAST, stem, "ت تا وا");
        if (!weak) {
            forms.add(Form.PAST, perfect, "ا");
        }
        String imperfect = parts.length > 1 ? parts[1].substring(1) : imperfect(perfect);
        String bare = Forms.ends(imperfect, "ي") ? Forms.cut(imperfect, 1) : imperfect;
        for (String person : new String[] {"ي", "ت", "ن"}) {
            forms.add(Form.FUTURE, "س" + person + imperfect, "0 ان");
            forms.add(Form.FUTURE, "س" + person + bare, "ون");
            forms.add(Form.THIRD, person + imperfect, "0 ان");
            forms.add(Form.THIRD, person + bare, "0 ون وا");
        }
        return forms.all;
    }

    private static String imperfect(String perfect) {
        boolean derived = perfect.startsWith("ا") || perfect.startsWith("أ");
        return derived ? perfect.substring(1) : perfect;
    }

    @Override
    public Map<String, Form> noun(String base) {
        var forms = new Forms();
        forms.add(Form.NOUN, base, "0");
        if (base.endsWith("ة")) {
            String stem = Forms.cut(base, 1);
            forms.add(Form.NOUN, stem, "ات ت تان تين ته تها تهم تهما اته اتها اتهم");
        } else {
            forms.add(Form.NOUN, base, "ا ات ان ين ون ه ها هم هما ي اته اتها اتهم");
        }
        for (String prefix : WRITTEN) {
            String stem = base.endsWith("ة") ? Forms.cut(base, 1) : base;
            forms.add(Form.NOUN, prefix + base, "0").add(Form.NOUN, prefix + stem, "ات ين");
        }
        return forms.all;
    }

    @Override
    public int number(String word, ToIntFunction<String> known, ToIntFunction<String> head) {
        if (!NonLatin.isIt(word)) {
            return Vocabulary.UNKNOWN;
        }
        int number = withoutSuffix(word, known);
        for (int i = 0; i < PREFIXES.length && number == Vocabulary.UNKNOWN; i++) {
            String prefix = PREFIXES[i];
            if (word.startsWith(prefix) && word.length() >= prefix.length() + LEAST) {
                number = withoutSuffix(word.substring(prefix.length()), known);
            }
        }
        return number;
    }

    private static int withoutSuffix(String word, ToIntFunction<String> known) {
        for (String suffix : SUFFIXES) {
            if (word.endsWith(suffix) && word.length() >= suffix.length() + LEAST) {
                int number = known.applyAsInt(Forms.cut(word, suffix.length()));
                if (number != Vocabulary.UNKNOWN) {
                    return number;
                }
            }
        }
        return Vocabulary.UNKNOWN;
    }
}
