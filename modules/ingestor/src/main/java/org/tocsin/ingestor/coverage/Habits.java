package org.tocsin.ingestor.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.visit.Visit;

/**
 * What a feed's items show of it: how long it falls silent, and whom it tells. {@code quiet} is the
 * longest {@link Silence} between two items of late, which learns nights, weekends and holidays
 * from the feed itself; it is forgotten by half every thirty days.
 */
record Habits(Duration quiet, List<String> sources) {

    private static final Duration HALF_LIFE = Duration.ofDays(30);
    private static final Duration LONG_AGO = Duration.ofDays(730);

    /** Fewer dates say nothing of a habit. */
    private static final int FEWEST = 5;

    /** The habits after that visit. */
    static Habits after(Visit visit, FeedReport last) {
        FeedReport now = visit.report();
        return visit.articles().isEmpty()
                ? new Habits(now.quiet(), now.sources())
                : new Habits(quiet(visit, last), sources(visit));
    }

    private static List<String> sources(Visit visit) {
        var sources = new LinkedHashSet<String>();
        for (int i = visit.articles().size() - 1; i >= 0; i--) {
            String source = visit.articles().get(i).source();
            if (source != null && !source.isBlank()) {
                sources.add(source);
            }
        }
        sources.addAll(visit.report().sources());
        return sources.stream().limit(FeedReport.MOST_SOURCES).toList();
    }

    private static Duration quiet(Visit visit, FeedReport last) {
        FeedReport now = visit.report();
        if (last == null || last.firstFetched() == null) {
            return longestOfBacklog(visit);
        }
        Duration known = now.quiet() == null ? null : faded(now.quiet(), last, now);
        Duration ended = silenceEnded(visit, last);
        if (ended == null) {
            return known;
        }
        // An outage of the publisher's own must not teach us to sleep through the next one.
        Duration patience = CoverageRule.patience(last);
        Duration most = patience == null ? ended : patience.multipliedBy(2);
        Duration learnt = ended.compareTo(most) > 0 ? most : ended;
        return known == null ? learnt : CoverageRule.longer(known, learnt);
    }

    private static Duration faded(Duration quiet, FeedReport last, FeedReport now) {
        double days = (double) Duration.between(last.fetched(), now.fetched()).toSeconds();
        double left = Math.pow(0.5, Math.max(0, days) / HALF_LIFE.toSeconds());
        return Duration.ofSeconds(Math.round(quiet.toSeconds() * left));
    }

    /** From the last new item to the first of these; null where nobody can tell. */
    private static Duration silenceEnded(Visit visit, FeedReport last) {
        Instant began = last.rhythm().lastNew();
        if (began == null) {
            return null;
        }
        Instant now = CoverageWatch.lookedAt(visit.report());
        Instant first =
                visit.articles().stream()
                        .map(Article::published)
                        .filter(Objects::nonNull)
                        .filter(began::isBefore)
                        .filter(now::isAfter)
                        .min(Instant::compareTo)
                        .orElse(null);
        boolean looked = last.failures() == 0 && !CoverageRule.isUnseen(visit.report(), last);
        if (first == null && !looked) {
            return null;
        }
        return Silence.between(began, first == null ? now : first);
    }

    /** On first sight: the feed's own items show how it was before. */
    private static Duration longestOfBacklog(Visit visit) {
        Instant until = visit.report().fetched();
        List<Instant> dates =
                visit.articles().stream()
                        .map(Article::published)
                        .filter(Objects::nonNull)
                        .filter(date -> date.isAfter(until.minus(LONG_AGO)) && date.isBefore(until))
                        .sorted()
                        .toList();
        if (dates.size() < FEWEST) {
            return null;
        }
        Duration longest = Duration.ZERO;
        for (int i = 1; i < dates.size(); i++) {
            Duration silence = Silence.between(dates.get(i - 1), dates.get(i));
            longest = CoverageRule.longer(longest, silence);
        }
        return longest;
    }
}
