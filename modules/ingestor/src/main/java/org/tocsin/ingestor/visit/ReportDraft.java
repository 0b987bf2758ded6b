package org.tocsin.ingestor.visit;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Pace;

/** The report of a visit in the making: carries over from the last one what still holds. */
final class ReportDraft {

    private final Feed feed;
    private final FeedReport last;
    private final Instant now;
    private final Set<String> told;

    ReportDraft(FollowedFeed followed, Instant now) {
        this.feed = followed.feed();
        this.last = followed.last();
        this.now = now;
        this.told = new LinkedHashSet<>(last == null ? List.of() : last.recentItems());
    }

    Feed feed() {
        return feed;
    }

    Instant now() {
        return now;
    }

    /** Whether an earlier visit brought this very telling. */
    boolean isTold(Article article) {
        return told.contains(nameOf(article));
    }

    /** Whether this very body was read from this very address, and well. */
    boolean alreadyRead(String bodyHash) {
        return last != null && feed.url().equals(last.url()) && bodyHash.equals(last.bodyHash());
    }

    FeedReport fetched(
            FetchOutcome.Fetched fetched, String hash, List<Article> articles, int newItems) {
        return new FeedReport(
                feed.id(),
                feed.url(),
                now,
                "fetched",
                null,
                fetched.status(),
                articles.size(),
                newItems,
                fetched.etag(),
                fetched.lastModified(),
                hash,
                firstFetched(now),
                Pace.next(feed, now),
                0,
                remembered(articles));
    }

    FeedReport unchanged(int status) {
        boolean known = last != null;
        return new FeedReport(
                feed.id(),
                feed.url(),
                now,
                "unchanged",
                null,
                status,
                known ? last.items() : 0,
                0,
                known ? last.etag() : null,
                known ? last.lastModified() : null,
                known ? last.bodyHash() : null,
                firstFetched(now),
                Pace.next(feed, now),
                0,
                List.copyOf(told));
    }

    /** Validators go: the next request wants the body, whatever it is. */
    FeedReport failed(FetchOutcome.Failed failed) {
        int failures = last == null ? 1 : last.failures() + 1;
        return new FeedReport(
                feed.id(),
                feed.url(),
                now,
                "failed",
                failed.reason(),
                failed.status(),
                0,
                0,
                null,
                null,
                null,
                firstFetched(null),
                failed.isGone()
                        ? Pace.afterGone(feed, now)
                        : Pace.afterFailure(feed, now, failures, failed.retryAfter()),
                failures,
                List.copyOf(told));
    }

    /** What stands in the feed now, then what stood there before, as far as a report holds. */
    private List<String> remembered(List<Article> articles) {
        var names = new LinkedHashSet<String>();
        articles.forEach(article -> names.add(nameOf(article)));
        names.addAll(told);
        return names.stream().limit(FeedReport.MOST_RECENT).toList();
    }

    private static String nameOf(Article article) {
        return article.id().substring(0, FeedReport.NAME_LENGTH);
    }

    private Instant firstFetched(Instant otherwise) {
        return last == null || last.firstFetched() == null ? otherwise : last.firstFetched();
    }
}
