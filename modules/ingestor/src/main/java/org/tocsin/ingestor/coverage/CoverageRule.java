package org.tocsin.ingestor.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.tocsin.core.feed.Coverage.State;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Cause;

/**
 * What a feed gives, after a visit to it. A function of two reports: the same visit gives the same
 * answer on every instance, and a restart repeats nothing.
 *
 * <p>Only a visit changes the state. So an ingestor that was away for a day declares nothing
 * silent: it first looks, finds what came meanwhile, and where there is nothing waits for a second
 * look.
 */
final class CoverageRule {

    /** One failure is an accident, a row of them an outage, unless it is a restart's. */
    private static final int ROW = 3;

    private static final Duration RESTART = Duration.ofMinutes(5);
    private static final int LONG_ROW = 5;

    /** For feeds that are seldom asked, and servers that only ever ask us to wait. */
    private static final Duration LONG = Duration.ofHours(6);

    /** A refusal stays the news for a day, whatever else goes wrong meanwhile. */
    private static final Duration REFUSAL_STANDS = Duration.ofDays(1);

    /** So late a visit was not the feed's doing: nobody looked. */
    private static final Duration UNSEEN = Duration.ofHours(1);

    /** Usual gaps without an item; where gaps differ much, the longest silence says more. */
    private static final int GAPS = 4;

    /** Sooner than this no silence is worth a word. */
    private static final Duration BRIEFEST = Duration.ofHours(2);

    /** A night with its edges: for a feed that was not watched through a week yet. */
    private static final Duration NIGHT = Duration.ofHours(14);

    private static final Duration ACQUAINTED = Duration.ofDays(7);

    private static final Set<Cause> REFUSALS = Set.of(Cause.REFUSED, Cause.ROBOTS);
    private static final int FOR_LEGAL_REASONS = 451;

    private CoverageRule() {}

    /**
     * @param now the visit's report, still with the state that was found before
     * @param last the report before it; null on the first visit
     */
    static State judge(FeedReport now, FeedReport last) {
        if ("failed".equals(now.outcome())) {
            return failing(now);
        }
        boolean wasAway = now.coverage() == State.DARK || now.coverage() == State.BLOCKED;
        if (wasAway || now.newItems() > 0) {
            return State.LIVE;
        }
        // Nobody looked for a while: what is found now is for the next look to judge.
        return isUnseen(now, last) ? now.coverage() : silent(now);
    }

    private static State failing(FeedReport now) {
        boolean refused = REFUSALS.contains(now.cause());
        State was = now.coverage();
        if (was == State.BLOCKED) {
            Duration stood = Duration.between(now.coverageSince(), now.fetched());
            return refused || stood.compareTo(REFUSAL_STANDS) < 0 ? was : State.DARK;
        }
        if (was == State.DARK || isOutage(now) || isFinal(now)) {
            return refused ? State.BLOCKED : State.DARK;
        }
        return was;
    }

    private static boolean isOutage(FeedReport now) {
        Duration lasting = Duration.between(now.failingSince(), now.fetched());
        return now.failures() >= LONG_ROW
                || now.failures() >= ROW && lasting.compareTo(RESTART) >= 0
                || lasting.compareTo(LONG) >= 0;
    }

    /** What is said on purpose needs no repetition. */
    private static boolean isFinal(FeedReport now) {
        return now.cause() == Cause.GONE
                || now.cause() == Cause.ROBOTS
                || now.status() == FOR_LEGAL_REASONS;
    }

    /** Whether that visit came so late that nobody looked for a while. */
    static boolean isUnseen(FeedReport now, FeedReport last) {
        return last != null && now.fetched().isAfter(last.nextDue().plus(UNSEEN));
    }

    private static State silent(FeedReport now) {
        Instant from = now.rhythm().lastNew();
        Duration patience = patience(now);
        if (from == null || patience == null) {
            return now.coverage();
        }
        // A feed that came back from an outage gets its time anew.
        Instant since = now.coverageSince();
        boolean cameBack = now.coverage() == State.LIVE && since != null && since.isAfter(from);
        Duration silence = Silence.between(cameBack ? since : from, now.fetched());
        return silence.compareTo(patience) > 0 ? State.STALE : State.LIVE;
    }

    /** How much silence is this feed's habit; null while its rhythm is not known. */
    static Duration patience(FeedReport report) {
        Duration gap = report.rhythm().gap();
        if (gap == null) {
            return null;
        }
        Instant first = report.firstFetched();
        boolean isNew = first == null || report.fetched().isBefore(first.plus(ACQUAINTED));
        Duration usual = longer(gap.multipliedBy(GAPS), isNew ? NIGHT : BRIEFEST);
        Duration quiet = report.quiet();
        return quiet == null ? usual : longer(usual, quiet.multipliedBy(3).dividedBy(2));
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
