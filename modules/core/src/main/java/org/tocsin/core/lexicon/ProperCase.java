package org.tocsin.core.lexicon;

import java.util.Locale;
import java.util.Set;

/** Names in capitals as they are written: {@code BASHAR_AL-ASSAD_} is Bashar al-Assad. */
final class ProperCase {

    private static final Set<String> SMALL =
            Set.of(
                    "al", "el", "bin", "ibn", "bint", "ould", "de", "del", "der", "da", "das", "do",
                    "dos", "di", "du", "van", "von", "den", "of", "the", "and", "for", "in", "on",
                    "to", "y", "e");

    private ProperCase() {}

    static String of(String written) {
        String name = written.replace('_', ' ').replaceAll("\\s+", " ").strip();
        var cased = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || name.charAt(i) == ' ' || name.charAt(i) == '-') {
                cased.append(word(name.substring(start, i), start == 0));
                cased.append(i < name.length() ? name.substring(i, i + 1) : "");
                start = i + 1;
            }
        }
        return cased.toString();
    }

    private static String word(String word, boolean first) {
        String small = word.toLowerCase(Locale.ROOT);
        if (!first && SMALL.contains(small) || small.equals("al")) {
            return small;
        }
        if (word.indexOf('.') >= 0 || word.matches("[IVX]{2,4}|UN|US|USA|EU|UK|NATO")) {
            return word;
        }
        int apostrophe = small.indexOf('\'');
        if (apostrophe > 0 && apostrophe <= 2 && small.length() > apostrophe + 2) {
            return capital(small.substring(0, apostrophe + 1))
                    + capital(small.substring(apostrophe + 1));
        }
        return small.startsWith("mc") && small.length() > 3
                ? "Mc" + capital(small.substring(2))
                : capital(small);
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
