package org.tocsin.core.watch.query;

import java.util.List;
import java.util.stream.IntStream;
import org.tocsin.core.text.Words;

/** A rule's own words, folded as a {@link FieldText}'s are. */
final class FoldedWords {

    /** A name is about this rare: rarer than most words, more common than a long one. */
    static final int OF_A_NAME = 40;

    private final List<String> words;
    private final long[] hashes;

    private FoldedWords(List<String> words) {
        this.words = words;
        this.hashes = words.stream().mapToLong(Term.Kind.WORD::hash).toArray();
    }

    static FoldedWords of(String text) {
        var words = Words.of(text);
        return new FoldedWords(IntStream.range(0, words.size()).mapToObj(words::folded).toList());
    }

    List<String> list() {
        return words;
    }

    int size() {
        return hashes.length;
    }

    long hash(int word) {
        return hashes[word];
    }

    String first() {
        return words.get(0);
    }

    /** That an article has every one of them. */
    List<Need> needs() {
        return words.stream()
                .distinct()
                .map(word -> Need.of(List.of(Term.word(word)), commonness(word)))
                .toList();
    }

    /** True where an article that has them all answers the other by one of them. */
    boolean implyByOne(Clause other) {
        return words.stream().anyMatch(word -> new WordClause(word).implies(other));
    }

    /**
     * Zipf's law of abbreviation stands in for counts: short words are common. Words of scripts
     * without spaces are one letter long and rank as such.
     */
    static int commonness(String folded) {
        return Math.max(10, 110 - 10 * folded.length());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FoldedWords those && words.equals(those.words);
    }

    @Override
    public int hashCode() {
        return words.hashCode();
    }

    @Override
    public String toString() {
        return String.join(" ", words);
    }
}
