package org.tocsin.ingestor.visit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.Pushed;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.page.CopyDesk;
import org.tocsin.ingestor.parse.FeedDocument;
import org.tocsin.ingestor.parse.ParseResult;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.subscribe.HubLink;

/** Visits feeds. Safe for many threads; whatever a feed does, the answer is a {@link Visit}. */
public final class FeedVisitor {

    private static final Logger LOG = LoggerFactory.getLogger(FeedVisitor.class);

    private final MeasuredParser parser = new MeasuredParser();
    private final Courtesy courtesy;
    private final CopyDesk desk;
    private final Clock clock;

    /** A visitor that tells what feeds say and fetches no pages. */
    public FeedVisitor(Courtesy courtesy, Clock clock) {
        this(courtesy, CopyDesk.withoutPages(), clock);
    }

    public FeedVisitor(Courtesy courtesy, CopyDesk desk, Clock clock) {
        this.courtesy = courtesy;
        this.desk = desk;
        this.clock = clock;
    }

    /** What the visit came to; null where the host has had its share and nothing was asked. */
    public Visit visit(FollowedFeed followed) {
        Question question = Question.about(followed, clock.instant());
        try {
            return attempt(followed, question);
        } catch (RuntimeException | Error e) {
            // A bug of ours, or a document that the stack does not hold, costs this visit, not the
            // feed: it comes round again.
            LOG.error("visiting {} failed", followed.feed().url(), e);
            var failed = FetchOutcome.Failed.because(Cause.OURS, "the visit failed: " + e);
            var draft = new ReportDraft(followed, question, clock.instant());
            return new Visit(draft.failed(failed), List.of());
        }
    }

    /**
     * What a hub sent of the feed, read like its own document and told like it; empty where it is
     * no feed.
     */
    public Optional<Visit> receive(FollowedFeed followed, Pushed pushed) {
        Instant now = clock.instant();
        var draft = new ReportDraft(followed, Question.about(followed, now), now);
        Feed feed = followed.feed();
        var document =
                new FeedDocument(
                        pushed.body(), pushed.contentType(), feed, feed.url(), draft.now());
        if (parser.parse(document).orElse(null) instanceof ParseResult.Parsed parsed) {
            List<Article> articles = tellable(parsed.articles());
            List<Article> fresh = fresh(articles, draft);
            FeedReport report = draft.received(articles, !fresh.isEmpty());
            return Optional.of(new Visit(report, oldestFirst(fresh)));
        }
        return Optional.empty();
    }

    private Visit attempt(FollowedFeed followed, Question question) {
        FetchOutcome outcome = courtesy.fetch(question.request(), followed.feed().robots());
        var draft = new ReportDraft(followed, question, clock.instant());
        if (outcome instanceof FetchOutcome.Fetched fetched) {
            return read(fetched, draft);
        }
        if (outcome instanceof FetchOutcome.NotModified same) {
            return nothingNew(draft.unchanged(same.status(), same.headers(), same.movedTo()));
        }
        var failed = (FetchOutcome.Failed) outcome;
        if (!Courtesy.isBusy(failed)) {
            return nothingNew(draft.failed(failed));
        }
        // The schedule knows the feed's own host only: one that it moved to is waited for here.
        return question.remembered() ? nothingNew(draft.later(failed.retryAfter())) : null;
    }

    private static Visit nothingNew(FeedReport report) {
        return new Visit(report, List.of());
    }

    private Visit read(FetchOutcome.Fetched fetched, ReportDraft draft) {
        String hash = ArticleId.hex(fetched.body());
        if (draft.alreadyRead(hash)) {
            return nothingNew(
                    draft.unchanged(fetched.status(), fetched.headers(), fetched.movedTo()));
        }
        Feed feed = draft.feed();
        Instant now = draft.now();
        Optional<ParseResult> read =
                parser.parse(
                        new FeedDocument(
                                fetched.body(),
                                fetched.headers().contentType(),
                                feed,
                                fetched.url(),
                                now));
        if (read.isEmpty()) {
            String reason = "too many long documents at once";
            return nothingNew(draft.failed(FetchOutcome.Failed.because(Cause.OURS, reason)));
        }
        if (read.get() instanceof ParseResult.Parsed parsed) {
            return told(parsed, fetched, hash, draft);
        }
        String reason = ((ParseResult.Refused) read.get()).reason();
        var failed = new FetchOutcome.Failed(Cause.DOCUMENT, fetched.status(), reason, null);
        return nothingNew(draft.failed(failed));
    }

    private Visit told(
            ParseResult.Parsed parsed,
            FetchOutcome.Fetched fetched,
            String hash,
            ReportDraft draft) {
        List<Article> articles = tellable(parsed.articles());
        List<Article> fresh = fresh(articles, draft);
        draft.names(HubLink.of(fetched.headers(), parsed.hints(), fetched.url()));
        if (draft.missed(articles)) {
            LOG.warn(
                    "feed {}: nothing of the last reading is left, items may have been missed",
                    draft.feed().url());
        }
        FeedReport report = draft.fetched(fetched, hash, parsed.hints(), articles, fresh);
        return new Visit(report, oldestFirst(fresh));
    }

    /** What was not told before, made ready to be told. */
    private List<Article> fresh(List<Article> articles, ReportDraft draft) {
        List<Article> fresh = articles.stream().filter(article -> !draft.isTold(article)).toList();
        CopyDesk.Edition edition = desk.edit(draft.copy(articles, fresh));
        draft.learned(edition.furniture());
        return edition.articles();
    }

    /** Each article once; an item without a word in it is nothing to tell. */
    private static List<Article> tellable(List<Article> articles) {
        var byId = new LinkedHashMap<String, Article>();
        for (Article article : articles) {
            if (!article.title().isBlank() || !article.text().isBlank()) {
                byId.putIfAbsent(article.id(), article);
            }
        }
        return List.copyOf(byId.values());
    }

    /** Feeds lead with their newest item; those who read on want the story in its order. */
    private static List<Article> oldestFirst(List<Article> articles) {
        var ordered = new ArrayList<>(articles);
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparing(Article::eventTime));
        return ordered;
    }
}
