package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.ingestor.parse.FeedHints;

/**
 * A visit that went well, as far as the time of the next one depends on it.
 *
 * <p>{@code whole} is whether the body was asked for without conditions, {@code freshFor} what the
 * headers say, or null. {@code articles} are all that the feed holds, {@code hints} its words on
 * when to ask; where no body had to be read, there are none and {@code hints} is null. {@code
 * fresh} of the articles are new; {@code missed} is whether others may have come and gone unseen,
 * {@code lied} whether the server called unchanged what had changed.
 */
public record Reading(
        Instant at,
        boolean whole,
        Duration freshFor,
        List<Article> articles,
        FeedHints hints,
        int fresh,
        boolean missed,
        boolean lied) {

    public Reading {
        articles = List.copyOf(articles);
    }

    /** Nothing was there that had not been read before. */
    public static Reading unchanged(Instant at, boolean whole, Duration freshFor) {
        return new Reading(at, whole, freshFor, List.of(), null, 0, false, false);
    }

    boolean isBody() {
        return hints != null;
    }

    /** When its articles were published, as far as the feed says so. */
    List<Instant> dates() {
        return articles.stream().map(Article::published).filter(date -> date != null).toList();
    }
}
