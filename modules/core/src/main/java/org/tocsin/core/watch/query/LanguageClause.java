package org.tocsin.core.watch.query;

import java.util.List;

/** {@code lang:ar}: told in that language, by its ISO 639 code. */
public record LanguageClause(String code) implements Clause {

    @Override
    public String print() {
        return "lang:" + code;
    }

    @Override
    public String key() {
        return print();
    }

    @Override
    public boolean holds(Reading reading) {
        return reading.language().equals(code);
    }

    @Override
    public List<Hit> hits(Reading reading) {
        return List.of();
    }

    @Override
    public boolean isAboutArticle() {
        return true;
    }

    @Override
    public List<Need> needs() {
        return List.of(Need.of(List.of(new Term(Term.Kind.LANGUAGE, code)), 300));
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }

    @Override
    public boolean excludes(Clause other) {
        return other instanceof LanguageClause && !key().equals(other.key());
    }
}
