package org.tocsin.ingestor.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Moved;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;
import org.tocsin.ingestor.fetch.FetchOutcome.Fetched;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.page.CopyDesk;
import org.tocsin.ingestor.parse.FeedHints;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Pace;
import org.tocsin.ingestor.schedule.Reading;
import org.tocsin.ingestor.schedule.Setback;
import org.tocsin.ingestor.schedule.Tempo;
import org.tocsin.ingestor.subscribe.HubLink;
import org.tocsin.ingestor.subscribe.Subscription;

/** The report of a visit in the making: carries over from the last one what still holds. */
final class ReportDraft {

    /** So long before the last answer, an item that this one had to show was published. */
    private static final Duration HIDDEN = Duration.ofHours(1);

    private static final int NOT_MODIFIED = 304;

    private final Feed feed;
    private final FeedReport last;
    private final Question question;
    private final Instant now;
    private final Told told;
    private Push push;
    private List<String> furniture;

    ReportDraft(FollowedFeed followed, Question question, Instant now) {
        this.feed = followed.feed();
        this.last = followed.last();
        this.question = question;
        this.now = now;
        this.told = new Told(last);
        this.push = last == null ? null : last.push();
        this.furniture = last == null ? List.of() : last.furniture();
    }

    Feed feed() {
        return feed;
    }

    Instant now() {
        return now;
    }

    /** Whether an earlier visit brought this very telling. */
    boolean isTold(Article article) {
        return told.contains(article);
    }

    /** Whether this very body was read from this very address, and well. */
    boolean alreadyRead(String bodyHash) {
        return isSameAddress() && bodyHash.equals(last.bodyHash());
    }

    /** Whether some items may have come and gone since the last reading. */
    boolean missed(List<Article> articles) {
        return told.isLeftBehindBy(articles);
    }

    /** What the desk needs to know of these articles, of which some are fresh. */
    CopyDesk.Copy copy(List<Article> articles, List<Article> fresh) {
        return new CopyDesk.Copy(feed, last, now, articles, fresh);
    }

    /** What recurs across the feed's items, as the desk knows it now. */
    void learned(List<String> hashes) {
        furniture = hashes;
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
                        .recentItems(told.and(articles))
                        .furniture(furniture)
                        .push(Subscription.heard(last.push()));
        return news ? draft.rhythm(last.rhythm().newsAt(now)).report() : draft.report();
    }

    FeedReport fetched(
            Fetched fetched,
            String hash,
            FeedHints hints,
            List<Article> articles,
            List<Article> fresh) {
        if (!fresh.isEmpty() && last != null) {
            push = Subscription.missed(push, last.fetched());
        }
        Headers headers = fetched.headers();
        var reading =
                new Reading(
                        now,
                        question.whole(),
                        headers.freshFor(),
                        articles,
                        hints,
                        fresh.size(),
                        missed(articles),
                        question.whole() && hasLied(headers, fresh));
        FeedReport.Draft draft =
                draft().fetched(fetched.status(), articles.size(), fresh.size())
                        .validators(headers.etag(), headers.lastModified(), hash)
                        .recentItems(told.with(articles));
        return read(draft, reading, fetched.movedTo());
    }

    FeedReport unchanged(int status, Headers headers, String movedTo) {
        var reading = Reading.unchanged(now, question.whole(), headers.freshFor());
        FeedReport.Draft draft = draft().unchanged(status);
        if (headers.etag() != null || headers.lastModified() != null) {
            draft.validators(headers.etag(), headers.lastModified(), last.bodyHash());
        }
        return read(draft, reading, movedTo);
    }

    private FeedReport read(FeedReport.Draft draft, Reading reading, String movedTo) {
        Rhythm rhythm = Tempo.after(feed, last, reading);
        boolean first = last == null || last.firstFetched() == null;
        return draft.rhythm(rhythm)
                .moved(Relocation.read(moved(), movedTo, question, now))
                .due(first ? Pace.second(feed, rhythm, now) : Pace.next(feed, rhythm, now))
                .report();
    }

    /** Nothing was asked: all stands as it was, but for the time of the next visit. */
    FeedReport later(Duration wait) {
        return last.redraft().due(now.plus(wait)).report();
    }

    /** Validators stay: they are of the body that was read last, whatever came meanwhile. */
    FeedReport failed(Failed failed) {
        FeedReport.Draft draft = draft();
        if (Setback.isWait(failed)) {
            return draft.waiting(failed.cause(), failed.reason(), failed.status())
                    .due(Setback.waiting(feed, rhythm(), failed, now))
                    .report();
        }
        draft.failed(failed.cause(), failed.reason(), failed.status());
        int row = draft.failures();
        return draft.moved(Relocation.failed(moved(), failed.cause(), row, question))
                .due(Setback.next(feed, rhythm(), failed, row, now))
                .report();
    }

    /**
     * Whether the server would have called this unchanged: its validators are those of the last
     * body, or it did so when these items had been there for long.
     */
    private boolean hasLied(Headers headers, List<Article> fresh) {
        if (fresh.isEmpty() || !isSameAddress()) {
            return false;
        }
        boolean sameTag = headers.etag() != null && headers.etag().equals(last.etag());
        boolean sameTime =
                headers.etag() == null
                        && last.etag() == null
                        && headers.lastModified() != null
                        && headers.lastModified().equals(last.lastModified());
        return sameTag || sameTime || last.status() == NOT_MODIFIED && wereHidden(fresh);
    }

    /** One such item may have been dated back; of several, not all were. */
    private boolean wereHidden(List<Article> fresh) {
        Instant longBefore = last.fetched().minus(HIDDEN);
        return fresh.stream()
                        .map(Article::published)
                        .filter(published -> published != null && published.isBefore(longBefore))
                        .count()
                > 1;
    }

    private boolean isSameAddress() {
        return last != null && feed.url().equals(last.url());
    }

    private Moved moved() {
        return isSameAddress() ? last.moved() : null;
    }

    private Rhythm rhythm() {
        return last == null ? Rhythm.UNKNOWN : last.rhythm();
    }

    private FeedReport.Draft draft() {
        if (last == null) {
            return FeedReport.draft(feed, now).push(push).furniture(furniture);
        }
        FeedReport.Draft next = last.next(feed, now).push(push).furniture(furniture);
        return isSameAddress() ? next : next.validators(null, null, null).moved(null);
    }
}
