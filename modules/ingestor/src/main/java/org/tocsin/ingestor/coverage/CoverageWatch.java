package org.tocsin.ingestor.coverage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedStatus;
import org.tocsin.core.watch.SourceWatch;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.Visit;

/**
 * Says in each visit's report what the feed gives at present, and with a visit that changed it, the
 * event. To be asked once a visit: it compares with the state that the report brings along.
 */
public final class CoverageWatch {

    private final SourceWatch watchlists;
    private final BooleanSupplier ready;

    /**
     * @param watchlists kept in step with {@code news.watchlists}, see {@link WatchlistFollower}
     * @param ready whether they are known by now
     */
    public CoverageWatch(SourceWatch watchlists, BooleanSupplier ready) {
        this.watchlists = watchlists;
        this.ready = ready;
    }

    /** Whether an event would carry the watchlists that it must. */
    public boolean isReady() {
        return ready.getAsBoolean();
    }

    /** The visit with all that follows from it. */
    public Visit judge(FollowedFeed followed, Visit visit) {
        FeedReport found = visit.report();
        State was = found.coverage();
        State is = CoverageRule.judge(found, followed.last());
        boolean changed = is != was;
        boolean begins = changed || found.coverageSince() == null;
        Instant since = begins ? lookedAt(found) : found.coverageSince();
        Habits habits = Habits.after(visit, followed.last());
        FeedReport report =
                found.redraft()
                        .coverage(is, since)
                        .habits(habits.quiet(), habits.sources())
                        .report();
        Coverage event = changed ? event(followed, report, found) : null;
        return new Visit(report, visit.articles(), event);
    }

    /** A hub may have told of something new since the last fetch. */
    static Instant lookedAt(FeedReport found) {
        Instant lastNew = found.rhythm().lastNew();
        return lastNew != null && lastNew.isAfter(found.fetched()) ? lastNew : found.fetched();
    }

    private Coverage event(FollowedFeed followed, FeedReport report, FeedReport before) {
        return new Coverage(
                report.feed(),
                report.coverage(),
                report.coverageSince(),
                reason(report, before),
                watchlists.on(followed.feed(), report.sources()));
    }

    private static String reason(FeedReport report, FeedReport before) {
        return switch (report.coverage()) {
            case STALE -> FeedStatus.silence(report);
            case LIVE ->
                    "was %s since %s"
                            .formatted(before.coverage(), toSeconds(before.coverageSince()));
            case DARK, BLOCKED ->
                    "%s (%ssince %s)"
                            .formatted(
                                    report.reason(),
                                    report.failures() > 1
                                            ? report.failures() + " failures in a row "
                                            : "",
                                    toSeconds(report.failingSince()));
        };
    }

    private static Instant toSeconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
