package org.tocsin.core.lexicon;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Folded words that count as one, such as {@code Mohammed} and {@code Muhammad}. Immutable. */
final class Alike {

    private final Map<String, String> first = new HashMap<>();

    /**
     * @param groups folded words that stand for one another; two groups with one word are one
     */
    Alike(List<List<String>> groups) {
        for (List<String> group : groups) {
            String its = of(group.get(0));
            group.forEach(word -> first.put(of(word), its));
        }
        first.replaceAll((word, its) -> of(its));
    }

    private String of(String word) {
        String at = word;
        for (String next = first.get(at); next != null && !next.equals(at); next = first.get(at)) {
            at = next;
        }
        return at;
    }

    /** Each word and the one that it counts as. */
    void forEach(BiConsumer<String, String> visit) {
        first.forEach(visit);
    }
}
