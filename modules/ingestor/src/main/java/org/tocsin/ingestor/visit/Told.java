package org.tocsin.ingestor.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.feed.FeedReport;

/** Which articles earlier visits brought, as far as the last report says. */
final class Told {

    /** Some feeds show now these, now those of their items. */
    private static final int READINGS = 3;

    private static final int FEWEST = 100;

    /** Publishers date an item before they show it. */
    private static final Duration BEFOREHAND = Duration.ofMinutes(30);

    private final FeedReport last;
    private final Set<String> names;

    Told(FeedReport last) {
        this.last = last;
        this.names = new LinkedHashSet<>(last == null ? List.of() : last.recentItems());
    }

    /**
     * Whether an earlier visit brought this very telling. Its id says so, which is made of feed,
     * guid and content: another date does not make another telling, and one guid for all does not
     * make them one.
     */
    boolean contains(Article article) {
        return names.contains(nameOf(article));
    }

    /**
     * Whether nothing of the reading before is left, so that items may have come and gone unseen.
     * Where one is older than that reading, it is the old ones that changed.
     */
    boolean isLeftBehindBy(List<Article> articles) {
        if (names.isEmpty() || articles.isEmpty() || articles.stream().anyMatch(this::contains)) {
            return false;
        }
        Instant seen = last.fetched().minus(BEFOREHAND);
        return articles.stream()
                .map(Article::published)
                .noneMatch(published -> published != null && published.isBefore(seen));
    }

    /**
     * What to remember after this reading: all that stands in the feed, or its tail would be told
     * again and again, then what stood there before, within bounds.
     */
    List<String> with(List<Article> articles) {
        var remembered = new LinkedHashSet<String>();
        articles.forEach(article -> remembered.add(nameOf(article)));
        int before = Math.max(FEWEST, READINGS * remembered.size());
        int most = Math.max(remembered.size(), Math.min(FeedReport.MOST_RECENT, before));
        remembered.addAll(names);
        return remembered.stream().limit(most).toList();
    }

    /**
     * What to remember after a push. It says nothing of what stands in the feed, so all of that is
     * kept for the next poll.
     */
    List<String> and(List<Article> articles) {
        var remembered = new LinkedHashSet<String>();
        articles.forEach(article -> remembered.add(nameOf(article)));
        int most = Math.max(names.size(), 2 * FeedReport.MOST_RECENT);
        remembered.addAll(names);
        return remembered.stream().limit(most).toList();
    }

    private static String nameOf(Article article) {
        return article.id().substring(0, FeedReport.NAME_LENGTH);
    }
}
