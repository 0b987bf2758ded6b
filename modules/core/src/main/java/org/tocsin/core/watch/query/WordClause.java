package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** {@code ceasefire}: that word. */
public record WordClause(String word, FoldedWords words) implements TextClause {

    WordClause(String word) {
        this(word, FoldedWords.of(word));
    }

    @Override
    public String print() {
        return Quoting.name(word);
    }

    @Override
    public String key() {
        return "word:" + words.first();
    }

    @Override
    public List<Hit> in(FieldText field) {
        var hits = new ArrayList<Hit>();
        long hash = words.hash(0);
        for (int at = field.next(hash, 0); at >= 0; at = field.next(hash, at + 1)) {
            hits.add(field.hit(at, at));
        }
        return hits;
    }

    @Override
    public List<Need> needs() {
        return words.needs();
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }

    @Override
    public boolean implies(Clause other) {
        return TextClause.super.implies(other)
                || (other instanceof PrefixClause wider
                        && words.first().startsWith(wider.folded()));
    }
}
