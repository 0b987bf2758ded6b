package org.tocsin.core.watch.query;

import java.util.List;

/**
 * {@code title:word}: the title says so. It is said of the article, also of its other sentences.
 */
public record TitleClause(TextClause words) implements Clause {

    @Override
    public String print() {
        return "title:" + words.print();
    }

    @Override
    public String key() {
        return "title:" + words.key();
    }

    @Override
    public List<Hit> hits(Reading reading) {
        return words.in(reading.field("title"));
    }

    @Override
    public boolean isAboutArticle() {
        return true;
    }

    @Override
    public List<Need> needs() {
        return words.needs();
    }

    @Override
    public boolean implies(Clause other) {
        return other instanceof TitleClause wider && words.implies(wider.words);
    }
}
