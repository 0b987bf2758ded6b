package org.tocsin.core.watch.query;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A leaf of a rule: what is looked for in one article. */
public sealed interface Clause extends Query
        permits TextClause,
                NearClause,
                ActorClause,
                TypeClause,
                EventClause,
                SourceClause,
                LanguageClause,
                TitleClause {

    /** What the clause means, the same for two spellings of one thing ({@code Russia}, Россия). */
    String key();

    /** Whether the article answers. */
    default boolean holds(Reading reading) {
        return !hits(reading).isEmpty();
    }

    /** Where it answers, in the order of title and text; none for what no words say. */
    List<Hit> hits(Reading reading);

    /** What an article that answers has, so that others need not be asked; at least one thing. */
    List<Need> needs();

    /**
     * Terms of which an article that answers or denies has at least one, also where it does not
     * answer alone.
     */
    default Set<Term> triggers() {
        return needs().stream().min(Comparator.comparing(Need::commonness)).orElseThrow().any();
    }

    /** Whether an article answers just where it has what is needed. */
    default boolean isItsNeed() {
        return false;
    }

    /** True for what is said of the whole article ({@code source:}), not by a place in it. */
    default boolean isAboutArticle() {
        return false;
    }

    /** True where an article that answers this also answers the other, whatever it says. */
    default boolean implies(Clause other) {
        return key().equals(other.key());
    }

    /** True where no article answers both. */
    default boolean excludes(Clause other) {
        return false;
    }

    @Override
    default boolean holds(Predicate<? super Clause> truth) {
        return truth.test(this);
    }

    @Override
    default Query with(UnaryOperator<Clause> clauses) {
        return clauses.apply(this);
    }

    @Override
    default void eachClause(boolean positive, ClauseVisitor visitor) {
        visitor.visit(this, positive);
    }
}
