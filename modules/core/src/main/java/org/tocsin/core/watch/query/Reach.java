package org.tocsin.core.watch.query;

/** How far apart the clauses of a rule may be answered: what contradicts itself depends on it. */
public enum Reach {
    SENTENCE,
    ARTICLE,
    STORY,
    /** In articles within some time of each other; only here one thing may come after another. */
    SPAN;

    /** True where all clauses must be answered by the same article. */
    boolean isOneArticle() {
        return this == SENTENCE || this == ARTICLE;
    }
}
