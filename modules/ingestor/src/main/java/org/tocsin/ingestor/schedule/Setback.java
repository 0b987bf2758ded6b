package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport.Cause;
import org.tocsin.core.feed.FeedReport.Rhythm;
import org.tocsin.ingestor.fetch.FetchOutcome.Failed;

/**
 * When a feed is due after a visit that failed. The first failure costs nothing, each further one
 * in a row doubles the pause: to an hour at most where the trouble may pass, so that news is not
 * missed for longer than the trouble lasts, and to a day where it is likely to stay.
 */
public final class Setback {

    private static final Duration PASSING = Duration.ofHours(1);
    private static final Duration LASTING = Duration.ofDays(1);

    /** Trouble that has lasted for about a day does not pass. */
    private static final int MOST_PASSING = 30;

    /** A feed that is gone is looked at again, in case that was a mistake. */
    private static final Duration GONE = Duration.ofDays(7);

    private static final int MOST_DOUBLINGS = 16;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private Setback() {}

    /** Whether the server only asks us to wait, which is no fault of the feed. */
    public static boolean isWait(Failed failed) {
        return failed.retryAfter() != null
                && (failed.status() == TOO_MANY_REQUESTS || failed.status() == UNAVAILABLE);
    }

    /** When to ask again a server that asks us to wait: then, but not before the usual time. */
    public static Instant waiting(Feed feed, Rhythm rhythm, Failed failed, Instant now) {
        Duration asked = Tempo.shorter(failed.retryAfter(), LASTING);
        return now.plus(Pace.jittered(feed, Tempo.longer(asked, Pace.pause(feed, rhythm))));
    }

    /** When to try again after that many failures in a row, of which this is the last. */
    public static Instant next(Feed feed, Rhythm rhythm, Failed failed, int failures, Instant now) {
        if (failed.isGone()) {
            return now.plus(Pace.jittered(feed, GONE));
        }
        Duration usual = Pace.interval(feed, rhythm);
        int doublings = Math.max(0, Math.min(failures - 1, MOST_DOUBLINGS));
        Duration doubled = usual.multipliedBy(1L << doublings);
        boolean passing = isPassing(failed.cause()) && failures <= MOST_PASSING;
        Duration most = Tempo.longer(usual, passing ? PASSING : LASTING);
        Duration pause = Tempo.longer(Tempo.shorter(doubled, most), rhythm.floor());
        Duration asked =
                failed.retryAfter() == null ? null : Tempo.shorter(failed.retryAfter(), LASTING);
        return now.plus(Pace.jittered(feed, Tempo.longer(pause, asked)));
    }

    private static boolean isPassing(Cause cause) {
        return switch (cause) {
            case CONNECTION, TIMEOUT, SERVER, OURS -> true;
            default -> false;
        };
    }
}
