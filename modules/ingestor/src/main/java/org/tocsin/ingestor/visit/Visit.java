package org.tocsin.ingestor.visit;

import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.FeedReport;

/**
 * What a visit came to; {@code articles} are those not told before, oldest first; {@code coverage}
 * is the event where the visit changed what the feed gives, else null.
 */
public record Visit(FeedReport report, List<Article> articles, Coverage coverage) {

    public Visit {
        articles = List.copyOf(articles);
    }

    /** A visit that changed nothing in what the feed gives, or not yet as far as anyone knows. */
    public Visit(FeedReport report, List<Article> articles) {
        this(report, articles, null);
    }
}
