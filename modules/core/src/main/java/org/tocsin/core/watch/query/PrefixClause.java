package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** {@code withdr*}: any word that begins so. */
public record PrefixClause(String prefix, FoldedWords words) implements TextClause {

    PrefixClause(String prefix) {
        this(prefix, FoldedWords.of(prefix));
    }

    @Override
    public String print() {
        return prefix + "*";
    }

    @Override
    public String key() {
        return "prefix:" + folded();
    }

    String folded() {
        return words.first();
    }

    @Override
    public List<Hit> in(FieldText field) {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < field.size(); i++) {
            if (field.beginsWith(i, folded())) {
                hits.add(field.hit(i, i));
            }
        }
        return hits;
    }

    @Override
    public List<Need> needs() {
        var beginning = new Term(Term.Kind.PREFIX, folded());
        return List.of(Need.of(List.of(beginning), FoldedWords.commonness(folded())));
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other)
                || (other instanceof PrefixClause wider && folded().startsWith(wider.folded()));
    }
}
