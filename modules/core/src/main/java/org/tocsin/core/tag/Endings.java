package org.tocsin.core.tag;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.text.Fold;

/**
 * What the stems of other languages stand with: a line of {@code endings.txt} is {@code ar: before
 * + after}, both lists parted by blanks, {@code -} for nothing.
 */
final class Endings {

    private record Affixes(String[] before, String[] after) {}

    private final Map<String, Affixes> byLanguage = new HashMap<>();

    Endings(List<String> lines) {
        for (String line : lines) {
            int colon = line.indexOf(':');
            int plus = line.indexOf('+');
            byLanguage.put(
                    line.substring(0, colon),
                    new Affixes(
                            affixes(line.substring(colon + 1, plus)),
                            affixes(line.substring(plus + 1))));
        }
    }

    private static String[] affixes(String list) {
        String[] affixes = list.strip().split(" +");
        for (int i = 0; i < affixes.length; i++) {
            affixes[i] = affixes[i].equals("-") ? "" : affixes[i];
        }
        return affixes;
    }

    Map<String, Form> forms(String language, String stem) {
        Affixes affixes = byLanguage.get(language);
        if (affixes == null) {
            throw new IllegalStateException("no endings are known of " + language + ':' + stem);
        }
        var forms = new LinkedHashMap<String, Form>();
        for (String before : affixes.before) {
            for (String after : affixes.after) {
                forms.put(Fold.fold(before + stem + after), Form.PLAIN);
            }
        }
        return forms;
    }
}
