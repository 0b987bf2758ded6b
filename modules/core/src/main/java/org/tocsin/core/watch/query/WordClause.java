package org.tocsin.core.watch.query;

import java.util.List;

/** {@code ceasefire}: that word. */
public record WordClause(String word) implements TextClause {

    @Override
    public String print() {
        return Quoting.name(word);
    }

    @Override
    public String key() {
        return "word:" + folded();
    }

    String folded() {
        return FoldedWords.of(word).get(0);
    }

    @Override
    public List<Hit> in(FieldText field) {
        return field.places(folded()).stream().map(place -> field.hit(place, place)).toList();
    }

    @Override
    public List<String> triggers() {
        return List.of(RuleIndex.word(folded()));
    }

    @Override
    public int commonness() {
        return FoldedWords.commonness(folded());
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other)
                || (other instanceof PrefixClause wider && folded().startsWith(wider.folded()));
    }
}
