package org.tocsin.core.watch.query;

import java.util.List;
import java.util.stream.IntStream;

/** {@code withdr*}: any word that begins so. */
public record PrefixClause(String prefix) implements TextClause {

    @Override
    public String print() {
        return prefix + "*";
    }

    @Override
    public String key() {
        return "prefix:" + folded();
    }

    String folded() {
        return FoldedWords.of(prefix).get(0);
    }

    @Override
    public List<Hit> in(FieldText field) {
        String folded = folded();
        if (field.vocabulary().stream().noneMatch(word -> word.startsWith(folded))) {
            return List.of();
        }
        return IntStream.range(0, field.words.size())
                .filter(place -> field.words.folded(place).startsWith(folded))
                .mapToObj(place -> field.hit(place, place))
                .toList();
    }

    @Override
    public List<String> triggers() {
        return List.of(RuleIndex.prefix(folded()));
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
