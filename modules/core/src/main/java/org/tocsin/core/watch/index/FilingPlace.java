package org.tocsin.core.watch.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where a question is filed.
 *
 * @param term under which, alone or for a pair
 * @param others that an article must have as well, as many as an entry holds
 */
record FilingPlace(int term, int[] others) {

    /** How much rarer a word must be to be filed under before what the tags tell. */
    private static final int WORD_BEFORE = 4;

    static FilingPlace of(List<Needed> needs, Vocabulary vocabulary) {
        List<Needed> rarest =
                needs.stream()
                        .sorted(Comparator.comparingDouble(need -> need.frequency(vocabulary)))
                        .toList();
        var left = new ArrayList<Integer>();
        rarest.stream().map(Needed::term).distinct().forEach(left::add);
        int term = take(rarest, left, vocabulary);
        return new FilingPlace(term, others(left, vocabulary));
    }

    /**
     * Takes a term from those that are left: of two that stand in an article's tags the pair, which
     * it seldom has; else what is rarest, a word only where nothing else is about as rare, since
     * words must be looked up before it.
     */
    private static int take(List<Needed> rarest, List<Integer> left, Vocabulary vocabulary) {
        List<Integer> pair =
                rarest.stream()
                        .filter(Needed::isSingle)
                        .map(Needed::term)
                        .filter(term -> !vocabulary.isOfText(term))
                        .distinct()
                        .limit(2)
                        .toList();
        if (pair.size() == 2) {
            left.removeAll(pair);
            return vocabulary.pair(pair.get(0), pair.get(1));
        }
        double enough = WORD_BEFORE * rarest.get(0).frequency(vocabulary);
        int term =
                rarest.stream()
                        .filter(need -> !vocabulary.isOfText(need.term()))
                        .filter(need -> need.frequency(vocabulary) <= enough)
                        .findFirst()
                        .orElse(rarest.get(0))
                        .term();
        if (vocabulary.isOfText(term)) {
            vocabulary.fileWords();
        }
        left.remove((Integer) term);
        return term;
    }

    /** Those that the tags tell before words, which need not be looked up where one is missing. */
    private static int[] others(List<Integer> left, Vocabulary vocabulary) {
        left.sort(Comparator.comparing(vocabulary::isOfText));
        var others = new int[Entries.SIZE - 1];
        Arrays.fill(others, Marks.NOTHING);
        for (int i = 0; i < Math.min(left.size(), others.length); i++) {
            others[i] = left.get(i);
        }
        return others;
    }
}
