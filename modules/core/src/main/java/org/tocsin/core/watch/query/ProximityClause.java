package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code "two words"~5}: these words in any order with at most that many others among them. */
public record ProximityClause(String phrase, int distance, FoldedWords words)
        implements TextClause {

    ProximityClause(String phrase, int distance) {
        this(phrase, distance, FoldedWords.of(phrase));
    }

    @Override
    public String print() {
        return Quoting.quoted(phrase) + "~" + distance;
    }

    @Override
    public String key() {
        var sorted = new ArrayList<>(words.list());
        sorted.sort(null);
        return "near:" + distance + ":" + String.join(" ", sorted);
    }

    /** For every place where the last word of a group falls, the shortest group that ends there. */
    @Override
    public List<Hit> in(FieldText field) {
        Map<Long, Integer> wanted = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            wanted.merge(words.hash(i), 1, Integer::sum);
        }
        var places = new TreeSet<Integer>();
        for (long hash : wanted.keySet()) {
            for (int at = field.next(hash, 0); at >= 0; at = field.next(hash, at + 1)) {
                places.add(at);
            }
        }
        int longest = words.size() + distance;
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
            FieldText field, TreeSet<Integer> places, int last, Map<Long, Integer> wanted) {
        var missing = new HashMap<>(wanted);
        for (int place : places.headSet(last, true).descendingSet()) {
            missing.computeIfPresent(
                    field.hash(place), (key, count) -> count == 1 ? null : count - 1);
            if (missing.isEmpty()) {
                return place;
            }
        }
        return -1;
    }

    @Override
    public List<Need> needs() {
        return words.needs();
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other) || words.implyByOne(other);
    }
}
