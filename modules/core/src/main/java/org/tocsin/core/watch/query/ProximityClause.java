package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code "two words"~5}: these words in any order with at most that many others among them. */
public record ProximityClause(String phrase, int distance) implements TextClause {

    @Override
    public String print() {
        return Quoting.quoted(phrase) + "~" + distance;
    }

    @Override
    public String key() {
        var words = new ArrayList<>(FoldedWords.of(phrase));
        words.sort(null);
        return "near:" + distance + ":" + String.join(" ", words);
    }

    /** For every place where the last word of a group falls, the shortest group that ends there. */
    @Override
    public List<Hit> in(FieldText field) {
        Map<String, Integer> wanted = new HashMap<>();
        FoldedWords.of(phrase).forEach(word -> wanted.merge(word, 1, Integer::sum));
        var places = new TreeSet<Integer>();
        wanted.keySet().forEach(word -> places.addAll(field.places(word)));
        int longest = FoldedWords.of(phrase).size() + distance;
        var hits = new ArrayList<Hit>();
        for (int last : places) {
            int first = groupEndingAt(field, places, last, wanted);
            if (first >= 0 && last - first + 1 <= longest) {
                hits.add(field.hit(first, last));
            }
        }
        return hits;
    }

    private static int groupEndingAt(
            FieldText field, TreeSet<Integer> places, int last, Map<String, Integer> wanted) {
        var missing = new HashMap<>(wanted);
        for (int place : places.headSet(last, true).descendingSet()) {
            String word = field.words.folded(place);
            missing.computeIfPresent(word, (key, count) -> count == 1 ? null : count - 1);
            if (missing.isEmpty()) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public List<String> triggers() {
        return List.of(RuleIndex.word(FoldedWords.rarest(FoldedWords.of(phrase))));
    }

    @Override
    public int commonness() {
        return FoldedWords.commonness(FoldedWords.rarest(FoldedWords.of(phrase))) - 3;
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other)
                || FoldedWords.of(phrase).stream()
                        .anyMatch(word -> new WordClause(word).implies(other));
    }
}
