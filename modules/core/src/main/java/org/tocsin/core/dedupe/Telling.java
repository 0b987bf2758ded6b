package org.tocsin.core.dedupe;

import java.util.Objects;
import org.tocsin.core.article.Article;

/**
 * An article with its place among the others: what travels on {@code news.stories}.
 *
 * <p>{@code origin} names who really wrote it (copies carry their original's); {@code backlog} is
 * true for what was published well before its feed was first read: it neither rings nor counts as
 * an origin.
 */
public record Telling(Article article, Verdict verdict, String origin, boolean backlog) {

    public Telling {
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(origin, "origin");
    }
}
