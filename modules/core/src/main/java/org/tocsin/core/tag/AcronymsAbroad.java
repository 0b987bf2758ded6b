package org.tocsin.core.tag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.core.lexicon.Actor;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.lexicon.Name;
import org.tocsin.core.lexicon.NameIndex;
import org.tocsin.core.lexicon.NameKind;
import org.tocsin.core.text.Fold;

/** Acronyms of one language only: French UA is the African Union, Turkish AB the European one. */
final class AcronymsAbroad {

    private final Map<String, Map<String, NameIndex.Hit>> byLanguage = new HashMap<>();

    AcronymsAbroad(Lexicon lexicon) {
        for (String line : lexicon.acronymsAbroad()) {
            String[] cells = line.split("\t");
            lexicon.byId(cells[2]).ifPresent(actor -> add(cells[0], cells[1], actor));
        }
    }

    private void add(String language, String acronym, Actor actor) {
        var name = new Name(actor, NameKind.FULL, true, true);
        byLanguage
                .computeIfAbsent(language, any -> new HashMap<>())
                .put(Fold.fold(acronym), new NameIndex.Hit(1, List.of(name)));
    }

    /** What the acronym names in that language, by its two letters; null for nobody. */
    NameIndex.Hit at(String language, String folded) {
        Map<String, NameIndex.Hit> known = byLanguage.get(language);
        return known == null ? null : known.get(folded);
    }
}
