package org.tocsin.ingestor.coverage;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Rhythm;

/** A feed's reports, one visit after the other, judged as they come. */
final class Reports {

    /** A Wednesday noon. */
    static final Instant START = Instant.parse("2026-05-06T12:00:00Z");

    static final Feed FEED = Feed.at("https://gazette.example/rss");

    private FeedReport last;

    /** Read well a year ago already, live since, its last item just told, nothing due. */
    static Reports of(Duration gap, Duration quiet) {
        var reports = new Reports();
        Instant first = START.minus(Duration.ofDays(365));
        reports.last =
                FeedReport.draft(FEED, first)
                        .fetched(200, 20, 20)
                        .coverage(State.LIVE, first)
                        .report()
                        .next(FEED, START)
                        .fetched(200, 20, 1)
                        .rhythm(new Rhythm(null, null, gap, START, null))
                        .habits(quiet, java.util.List.of())
                        .due(START)
                        .report();
        return reports;
    }

    FeedReport last() {
        return last;
    }

    /** Looked at again, in good time, and nothing was new. */
    State nothingNew(Duration after) {
        Instant now = START.plus(after);
        last = last.redraft().due(now).report();
        return judged(last.next(FEED, now).unchanged(304));
    }

    /** Looked at again only then, though it was due long before. */
    State nothingNewUnseen(Duration after) {
        return judged(last.next(FEED, START.plus(after)).unchanged(304));
    }

    State told(Duration after) {
        Instant now = START.plus(after);
        Rhythm rhythm = new Rhythm(null, null, last.rhythm().gap(), now, null);
        return judged(last.next(FEED, now).fetched(200, 20, 1).rhythm(rhythm));
    }

    State failed(Duration after, Cause cause, int status) {
        return judged(last.next(FEED, START.plus(after)).failed(cause, "the reason", status));
    }

    /** Asked to come back later, which counts as no failure. */
    State waiting(Duration after, int status) {
        Instant now = START.plus(after);
        return judged(last.next(FEED, now).waiting(Cause.REFUSED, "the reason", status));
    }

    private State judged(FeedReport.Draft draft) {
        FeedReport now = draft.due(last.fetched()).report();
        State state = CoverageRule.judge(now, last);
        Instant since = state == now.coverage() ? now.coverageSince() : now.fetched();
        last = now.redraft().due(now.fetched()).coverage(state, since).report();
        return state;
    }
}
