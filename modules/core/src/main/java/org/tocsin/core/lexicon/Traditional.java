package org.tocsin.core.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Chinese names in the characters of Taiwan and Hong Kong, made from the simplified ones. */
final class Traditional {

    private static final Map<String, String> CHARACTERS = characters();

    private Traditional() {}

    /** The spellings and, where it differs, what each is in traditional characters. */
    static Set<List<String>> with(Set<List<String>> spellings) {
        var all = new LinkedHashSet<List<String>>(spellings);
        for (List<String> spelling : spellings) {
            var traditional = new ArrayList<String>(spelling.size());
            spelling.forEach(word -> traditional.add(CHARACTERS.getOrDefault(word, word)));
            all.add(traditional);
        }
        return all;
    }

    private static Map<String, String> characters() {
        var characters = new HashMap<String, String>();
        for (String line : LexiconFiles.lines("traditional.txt")) {
            for (String pair : line.split(" ")) {
                characters.put(pair.substring(0, 1), pair.substring(1));
            }
        }
        return characters;
    }
}
