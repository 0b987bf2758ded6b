package org.tocsin.ingestor.visit;

import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport;

/** What a visit came to; {@code articles} are those not told before, oldest first. */
public record Visit(FeedReport report, List<Article> articles) {

    public Visit {
        articles = List.copyOf(articles);
    }
}
