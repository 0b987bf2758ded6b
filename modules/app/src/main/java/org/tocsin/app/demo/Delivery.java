package org.tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tocsin.core.article.Article;
import org.tocsin.ingestor.parse.FeedDocument;
import org.tocsin.ingestor.parse.FeedParser;
import org.tocsin.ingestor.parse.ParseResult;

/**
 * The news as it comes out of an ingestor: each outlet's feed is read every quarter of an hour, one
 * outlet a minute after the other, and what was not there before is new.
 */
final class Delivery {

    private static final Duration STAGGER = Duration.ofMinutes(1);

    private final FeedParser parser = new FeedParser();
    private final List<Outlet> outlets;
    private final Edition edition;
    private final FeedWriter writer;

    Delivery(List<Outlet> outlets, Edition edition) {
        this.outlets = outlets;
        this.edition = edition;
        this.writer = new FeedWriter(edition);
    }

    List<Article> articles() {
        var arrived = new ArrayList<Article>();
        for (int i = 0; i < outlets.size(); i++) {
            arrived.addAll(from(outlets.get(i), edition.base().plus(STAGGER.multipliedBy(i))));
        }
        // The sort is stable: what one reading of a feed brought stays in its order.
        arrived.sort(Comparator.comparing(Article::fetched));
        return List.copyOf(arrived);
    }

    private List<Article> from(Outlet outlet, Instant first) {
        var arrived = new ArrayList<Article>();
        Set<String> known = new HashSet<>();
        List<Print> last = List.of();
        for (Instant now : readings(outlet, first)) {
            List<Print> page = edition.frontPage(outlet, now);
            // What stood there before was read before; leaving it out saves nineteen in twenty.
            List<Print> fresh = new ArrayList<>(page);
            fresh.removeAll(last);
            parsed(outlet, fresh, now).stream()
                    .filter(article -> known.add(article.id()))
                    .forEach(arrived::add);
            last = page;
        }
        return arrived;
    }

    /** The readings that find something new. */
    private SortedSet<Instant> readings(Outlet outlet, Instant first) {
        return edition.prints().stream()
                .filter(print -> print.outlet().equals(outlet))
                .map(print -> nextReading(print.out(), first))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Instant nextReading(Instant out, Instant first) {
        if (!out.isAfter(first)) {
            return first;
        }
        long interval = SampleFeedServer.INTERVAL.toMillis();
        long waited = Duration.between(first, out).toMillis();
        return first.plusMillis((waited + interval - 1) / interval * interval);
    }

    /** Oldest first, as the ingestor sends on what it finds. */
    private List<Article> parsed(Outlet outlet, List<Print> page, Instant now) {
        var feed = SampleFeedServer.feedOf(outlet, SampleFeedServer.DEFAULT_PORT);
        byte[] body = writer.write(outlet, page);
        String type = FeedWriter.mediaType(outlet) + "; charset=" + outlet.charset();
        ParseResult result = parser.parse(new FeedDocument(body, type, feed, feed.url(), now));
        if (!(result instanceof ParseResult.Parsed parsed)) {
            throw new IllegalStateException(feed.url() + " cannot be read: " + result);
        }
        var articles = new ArrayList<>(parsed.articles());
        Collections.reverse(articles);
        articles.sort(Comparator.comparing(Article::eventTime));
        return articles;
    }
}
