package org.tocsin.ingestor.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.language.LanguageDetector;
import org.tocsin.ingestor.clean.Recurrence;
import org.tocsin.ingestor.fetch.FetchRequest;
import org.tocsin.ingestor.polite.Courtesy;

/**
 * Makes the fresh articles of a visit ready to be told. Safe for many threads; never throws for
 * what feeds and pages hold.
 */
public final class CopyDesk implements AutoCloseable {

    /** An item older than its feed's first reading by more than this was there before us. */
    private static final Duration BACKLOG = Duration.ofHours(6);

    /** Null where no pages are fetched. */
    private final Pages pages;

    private CopyDesk(Pages pages) {
        this.pages = pages;
    }

    /** A desk that reads what feeds say and nothing else. */
    public static CopyDesk withoutPages() {
        return new CopyDesk(null);
    }

    /** A desk that asks for pages as a guest; the clock is one of real time. */
    public static CopyDesk withPages(Courtesy courtesy, Clock clock) {
        return withPages(courtesy, clock, Pages.BUDGET);
    }

    static CopyDesk withPages(Courtesy courtesy, Clock clock, Duration budget) {
        return new CopyDesk(
                new Pages(url -> courtesy.fetch(FetchRequest.plain(url), true), clock, budget));
    }

    /**
     * What a visit found: {@code all} that stands in the feed now, of which {@code fresh} is told
     * for the first time; {@code last} is the report of the visit before, or null.
     */
    public record Copy(
            Feed feed, FeedReport last, Instant now, List<Article> all, List<Article> fresh) {}

    /** The fresh articles as they are to be told, in their order, and what to remember. */
    public record Edition(List<Article> articles, List<String> furniture) {}

    public Edition edit(Copy copy) {
        List<String> memory = copy.last() == null ? List.of() : copy.last().furniture();
        if (copy.fresh().isEmpty()) {
            return new Edition(List.of(), memory);
        }
        Recurrence seen = Recurrence.remembered(memory);
        Recurrence known = seen.learn(copy.all(), copy.fresh());
        List<Article> clean = map(copy.fresh(), known::cleaned);
        Map<String, Article> read = read(copy, clean);
        // What recurs on a site's pages is another matter than what recurs in its feed.
        Recurrence paged = known.learn(List.copyOf(read.values()), List.of());
        List<Article> whole =
                map(
                        clean,
                        article -> {
                            Article page = read.get(article.id());
                            return page == null ? article : paged.cleaned(page);
                        });
        return new Edition(map(whole, article -> inItsLanguage(article, copy)), paged.memory());
    }

    /** By id, the articles whose pages said more than the feed. */
    private Map<String, Article> read(Copy copy, List<Article> articles) {
        if (pages == null || copy.feed() == null || !copy.feed().pages()) {
            return Map.of();
        }
        boolean wholeFeed = Summary.givesWholeTexts(copy.all());
        List<Article> wanted =
                articles.stream()
                        .filter(article -> !isBacklog(article, copy))
                        .filter(article -> Summary.isAllOf(article, wholeFeed))
                        .toList();
        return wanted.isEmpty() ? Map.of() : pages.read(wanted);
    }

    private static boolean isBacklog(Article article, Copy copy) {
        Instant before = copy.last() == null ? null : copy.last().firstFetched();
        Instant told = article.published() != null ? article.published() : article.updated();
        return told == null
                ? before == null
                : told.isBefore((before == null ? copy.now() : before).minus(BACKLOG));
    }

    private static Article inItsLanguage(Article article, Copy copy) {
        boolean configured = copy.feed() != null && copy.feed().language() != null;
        return configured
                ? article
                : article.speaking(
                        LanguageDetector.plausible(
                                article.language(), article.title() + "\n" + article.text()));
    }

    private static List<Article> map(List<Article> articles, UnaryOperator<Article> change) {
        var changed = new ArrayList<Article>(articles.size());
        articles.forEach(article -> changed.add(change.apply(article)));
        return changed;
    }

    @Override
    public void close() {
        if (pages != null) {
            pages.close();
        }
    }
}
