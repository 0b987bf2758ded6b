package org.tocsin.ingestor.hostile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.fetch.Egress;
import org.tocsin.ingestor.fetch.FetchLimits;
import org.tocsin.ingestor.fetch.Fetcher;
import org.tocsin.ingestor.polite.Courtesy;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;

/** Visits of the whole reader, with the usual limits but for time. */
public final class Visits implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2024-05-20T12:00:00Z");

    /** What a busy machine needs for a visit that comes to an answer. */
    private static final FetchLimits PATIENT = within(Duration.ofSeconds(90));

    /** For servers that never come to an end. */
    private static final FetchLimits BRIEF = within(Duration.ofMillis(2_500));

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Fetcher fetcher;
    private final FeedVisitor visitor;

    public Visits(Egress egress) {
        this(egress, PATIENT);
    }

    private Visits(Egress egress, FetchLimits limits) {
        fetcher = new Fetcher(egress, limits, clock);
        visitor = new FeedVisitor(new Courtesy(fetcher, clock), clock);
    }

    public static Visits brief(Egress egress) {
        return new Visits(egress, BRIEF);
    }

    private static FetchLimits within(Duration whole) {
        return new FetchLimits(
                whole,
                whole.dividedBy(2),
                whole,
                FetchLimits.USUAL.bodyBytes(),
                FetchLimits.USUAL.redirects());
    }

    public Visit to(String url) {
        return again(url, null);
    }

    public Visit again(String url, FeedReport last) {
        return visitor.visit(new FollowedFeed(Feed.at(url).obeyingRobots(false), last));
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
