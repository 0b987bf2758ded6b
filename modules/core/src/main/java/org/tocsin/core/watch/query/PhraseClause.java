package org.tocsin.core.watch.query;

import java.util.ArrayList;
import java.util.List;

/** {@code "a phrase"}: these words one after another, whatever stands between them but words. */
public record PhraseClause(String phrase, FoldedWords words) implements TextClause {

    PhraseClause(String phrase) {
        this(phrase, FoldedWords.of(phrase));
    }

    @Override
    public String print() {
        return Quoting.quoted(phrase);
    }

    @Override
    public String key() {
        return "phrase:" + words;
    }

    @Override
    public List<Hit> in(FieldText field) {
        var hits = new ArrayList<Hit>();
        long first = words.hash(0);
        for (int at = field.next(first, 0); at >= 0; at = field.next(first, at + 1)) {
            if (continuesAt(field, at)) {
                hits.add(field.hit(at, at + words.size() - 1));
            }
        }
        return hits;
    }

    private boolean continuesAt(FieldText field, int first) {
        if (first + words.size() > field.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            if (field.hash(first + i) != words.hash(i)) {
                return false;
            }
        }
        return true;
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
