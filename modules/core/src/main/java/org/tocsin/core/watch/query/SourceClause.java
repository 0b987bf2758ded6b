package org.tocsin.core.watch.query;

import java.util.List;

/** {@code source:tass.com}: told by that source or by a host below it. */
public record SourceClause(String source) implements Clause {

    @Override
    public String print() {
        return "source:" + Quoting.name(source);
    }

    @Override
    public String key() {
        return "source:" + Reading.sourceKey(source);
    }

    @Override
    public boolean holds(Reading reading) {
        return names(reading.source());
    }

    /** Whether what that source tells is told by the one that is asked for. */
    public boolean names(String told) {
        return isBelow(Reading.sourceKey(told), Reading.sourceKey(source));
    }

    private static boolean isBelow(String host, String domain) {
        return host.equals(domain) || host.endsWith("." + domain);
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
        var domain = new Term(Term.Kind.SOURCE, Reading.sourceKey(source));
        return List.of(Need.of(List.of(domain), 120));
    }

    @Override
    public boolean isItsNeed() {
        return true;
    }

    @Override
    public boolean implies(Clause other) {
        return other instanceof SourceClause wider
                && isBelow(Reading.sourceKey(source), Reading.sourceKey(wider.source));
    }

    @Override
    public boolean excludes(Clause other) {
        return other instanceof SourceClause && !implies(other) && !other.implies(this);
    }
}
