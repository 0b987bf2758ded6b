package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** {@code "a phrase"}: these words one after another, whatever stands between them but words. */
public record PhraseClause(String phrase) implements TextClause {

    @Override
    public String print() {
        return Quoting.quoted(phrase);
    }

    @Override
    public String key() {
        return "phrase:" + String.join(" ", FoldedWords.of(phrase));
    }

    @Override
    public List<Hit> in(FieldText field) {
        List<String> words = FoldedWords.of(phrase);
        var hits = new ArrayList<Hit>();
        for (int first : field.places(words.get(0))) {
            if (continuesAt(field, first, words)) {
                hits.add(field.hit(first, first + words.size() - 1));
            }
        }
        return hits;
    }

    private static boolean continuesAt(FieldText field, int first, List<String> words) {
        if (first + words.size() > field.words.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (!field.words.folded(first + i).equals(words.get(i))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<String> triggers() {
        return List.of(RuleIndex.word(FoldedWords.rarest(FoldedWords.of(phrase))));
    }

    @Override
    public int commonness() {
        return FoldedWords.commonness(FoldedWords.rarest(FoldedWords.of(phrase))) - 5;
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other)
                || FoldedWords.of(phrase).stream()
                        .anyMatch(word -> new WordClause(word).implies(other));
    }
}
