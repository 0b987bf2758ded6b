package org.tocsin.core.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A feed as operators see it: how it is configured, what it gives, and who depends on it. In JSON
 * one object: the feed's own fields, then these.
 *
 * <p>{@code since} is when the state began, null where that is not known; {@code reason} says why
 * it is not live, and after a failed fetch also of a live feed why that failed; {@code fetched} and
 * {@code nextDue} are null before the first fetch; {@code pause}, {@code gap} and {@code lastNew}
 * are the rhythm it is read in, the usual time between its items and when the last one came, null
 * until known.
 */
public record FeedStatus(
        @JsonUnwrapped Feed feed,
        State state,
        Instant since,
        String reason,
        List<String> watchlists,
        Instant fetched,
        Instant nextDue,
        String outcome,
        int items,
        int failures,
        Duration pause,
        Duration gap,
        Instant lastNew) {

    /** What it gives at present, or why nobody asks. */
    public enum State {
        LIVE,
        STALE,
        DARK,
        BLOCKED,
        /** It was never read with success yet. */
        UNREAD,
        /** It is switched off. */
        OFF;

        /** The state of that name in any case. */
        public static Optional<State> of(String name) {
            for (State state : values()) {
                if (state.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
                    return Optional.of(state);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * @param report what its last fetch came to; null before the first
     */
    public static FeedStatus of(Feed feed, FeedReport report, List<String> watchlists) {
        if (report == null) {
            State state = feed.enabled() ? State.UNREAD : State.OFF;
            return new FeedStatus(
                    feed, state, null, null, watchlists, null, null, null, 0, 0, null, null, null);
        }
        FeedReport.Rhythm rhythm = report.rhythm();
        return new FeedStatus(
                feed,
                state(feed, report),
                feed.enabled() ? report.coverageSince() : null,
                reason(report),
                watchlists,
                report.fetched(),
                feed.enabled() ? report.nextDue() : null,
                report.outcome(),
                report.items(),
                report.failures(),
                rhythm.interval(),
                rhythm.gap(),
                rhythm.lastNew());
    }

    private static State state(Feed feed, FeedReport report) {
        if (!feed.enabled()) {
            return State.OFF;
        }
        boolean untried = report.firstFetched() == null && report.coverage() == Coverage.State.LIVE;
        return untried ? State.UNREAD : State.valueOf(report.coverage().name());
    }

    /** A failure has words of its own; silence is told by when it began. */
    private static String reason(FeedReport report) {
        return report.coverage() == Coverage.State.STALE && report.reason() == null
                ? silence(report)
                : report.reason();
    }

    /** That a feed is silent, in words for people; null where nothing is known of its items. */
    public static String silence(FeedReport report) {
        Instant last = report.rhythm().lastNew();
        Duration gap = report.rhythm().gap();
        return last == null || gap == null
                ? null
                : "nothing new since %s; it usually tells something every %s"
                        .formatted(last.truncatedTo(ChronoUnit.SECONDS), gap(gap));
    }

    private static String gap(Duration gap) {
        long minutes = Math.max(1, gap.toMinutes());
        if (minutes < 120) {
            return minutes + " minutes";
        }
        return minutes < 2 * 24 * 60 ? minutes / 60 + " hours" : minutes / (24 * 60) + " days";
    }
}
