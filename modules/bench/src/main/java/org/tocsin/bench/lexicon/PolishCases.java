package org.tocsin.bench.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The cases of Polish names of states in one word, by their endings; what is plural or irregular is
 * listed by hand in {@code names-abroad.tsv}.
 */
final class PolishCases {

    /** The locative of a masculine name, and the dative of a feminine one, by its last letter. */
    private static final Map<Character, String> SOFT =
            Map.of(
                    'n', "nie", 't', "cie", 'd', "dzie", 'r', "rze", 'w', "wie", 'p', "pie", 's',
                    "sie", 'z', "zie", 'm', "mie", 'b', "bie");

    private PolishCases() {}

    /** Without the name itself; nothing where the ending tells nothing. */
    static List<String> of(String name) {
        if (name.contains(" ") || name.contains("-") || name.length() < 4) {
            return List.of();
        }
        String stem = name.substring(0, name.length() - 1);
        char last = name.charAt(name.length() - 1);
        if (name.endsWith("ja") || name.endsWith("ia")) {
            String genitive =
                    name.endsWith("ja") ? stem.substring(0, stem.length() - 1) + "ji" : stem + "i";
            return List.of(genitive, stem + "ę", stem + "ą");
        }
        if (last == 'a') {
            return feminine(stem);
        }
        return "eiouyęąó".indexOf(last) < 0 && last != 'ś' ? masculine(name) : List.of();
    }

    private static List<String> feminine(String stem) {
        char before = stem.charAt(stem.length() - 1);
        var forms = new ArrayList<>(List.of(stem + "ę", stem + "ą"));
        if (before == 'k') {
            forms.add(stem + "i");
            forms.add(stem.substring(0, stem.length() - 1) + "ce");
        } else if (before == 'l') {
            forms.add(stem + "i");
        } else {
            forms.add(stem + "y");
            if (SOFT.containsKey(before)) {
                forms.add(stem.substring(0, stem.length() - 1) + SOFT.get(before));
            }
        }
        return forms;
    }

    private static List<String> masculine(String name) {
        char last = name.charAt(name.length() - 1);
        var forms = new ArrayList<>(List.of(name + "u", name + "owi"));
        forms.add(name + (last == 'k' || last == 'g' ? "iem" : "em"));
        if (last == 'l') {
            forms.add(name + "a");
        }
        if (SOFT.containsKey(last)) {
            forms.add(name.substring(0, name.length() - 1) + SOFT.get(last));
        }
        return forms;
    }
}
