package org.tocsin.ingestor.visit;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Pace;
import org.tocsin.ingestor.subscribe.HubLink;
import org.tocsin.ingestor.subscribe.Subscription;

/** The report of a visit in the making: carries over from the last one what still holds. */
final class ReportDraft {

    private final Feed feed;
    private final FeedReport last;
    private final Instant now;
    private final Set<String> told;
    private Push push;

    ReportDraft(FollowedFeed followed, Instant now) {
        this.feed = followed.feed();
        this.last = followed.last();
        this.now = now;
        this.push = last == null ? null : last.push();
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

    /** The hub that a whole reading names, null for none. */
    void names(HubLink link) {
        push = Subscription.found(push, link, now);
    }

    /**
     * A hub told the articles: the next poll knows them, and is otherwise as it would have been.
     */
    FeedReport received(List<Article> articles, boolean news) {
        FeedReport.Draft draft =
                last.redraft()
                        .recentItems(remembered(articles))
                        .push(Subscription.heard(last.push()));
        Rhythm was = last.rhythm();
        return news
                ? draft.rhythm(
                                new Rhythm(
                                        was.interval(),
                                        was.floor(),
                                        was.gap(),
                                        now,
                                        was.lastWhole()))
                        .report()
                : draft.report();
    }

    FeedReport fetched(
            FetchOutcome.Fetched fetched, String hash, List<Article> articles, int newItems) {
        if (newItems > 0 && last != null) {
            push = Subscription.missed(push, last.fetched());
        }
        return draft().fetched(fetched.status(), articles.size(), newItems)
                .validators(fetched.headers().etag(), fetched.headers().lastModified(), hash)
                .recentItems(remembered(articles))
                .due(Pace.next(feed, now))
                .report();
    }

    FeedReport unchanged(int status) {
        return draft().unchanged(status).due(Pace.next(feed, now)).report();
    }

    /** The host has had its share of requests: nothing is said about the feed. */
    FeedReport waiting(FetchOutcome.Failed busy) {
        return draft().waiting(busy.cause(), busy.reason(), busy.status())
                .due(now.plus(busy.retryAfter()))
                .report();
    }

    /** Validators go: the next request wants the body, whatever it is. */
    FeedReport failed(FetchOutcome.Failed failed) {
        FeedReport.Draft draft =
                draft().failed(failed.cause(), failed.reason(), failed.status())
                        .validators(null, null, null);
        return draft.due(
                        failed.isGone()
                                ? Pace.afterGone(feed, now)
                                : Pace.afterFailure(
                                        feed, now, draft.failures(), failed.retryAfter()))
                .report();
    }

    private FeedReport.Draft draft() {
        return (last == null ? FeedReport.draft(feed, now) : last.next(feed, now)).push(push);
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
}
