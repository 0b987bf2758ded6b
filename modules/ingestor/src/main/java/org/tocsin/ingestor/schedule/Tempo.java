package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.FeedReport.Rhythm;

/**
 * How a feed beats, from one reading to the next.
 *
 * <p>Without an interval of its own, a feed is asked twice in its usual gap. Silence stretches that
 * to an eighth of the silence, but for three days to four times the usual at most, so that after a
 * night or a weekend the news is not found late; a feed that never showed a beat has no usual.
 * Where items may have been missed, the pause is halved.
 */
public final class Tempo {

    static final Duration SHORTEST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(6);

    /** Until a feed's own rhythm is known. */
    static final Duration TO_BEGIN_WITH = Duration.ofMinutes(10);

    /** No server and no feed may silence a feed for longer. */
    static final Duration LONGEST_FLOOR = Duration.ofDays(1);

    /** Items without dates may only look new, so losing them is no reason for haste. */
    private static final Duration SHORTEST_UNDATED = Duration.ofMinutes(5);

    /** How low a floor is pressed under which items were missed, and for how long. */
    private static final Duration YIELDING_FLOOR = Duration.ofMinutes(10);

    private static final Duration YIELDING = Duration.ofDays(7);
    private static final Duration WEEKEND = Duration.ofDays(3);
    private static final int STRETCH = 4;

    /** Where a hub tells what is new, polls only find what it forgot. */
    private static final Duration NET = Duration.ofDays(1);

    private Tempo() {}

    /** The rhythm after that reading of a feed; {@code last} is null before the first report. */
    public static Rhythm after(Feed feed, FeedReport last, Reading reading) {
        Rhythm was = last == null ? Rhythm.UNKNOWN : last.rhythm();
        boolean first = last == null || last.firstFetched() == null;
        Instant now = reading.at();
        Duration gap = gap(was, reading, first);
        Instant lastNew = lastNew(was, reading, first);
        // A feed that never showed an item has been silent since we know it.
        Instant began = lastNew != null ? lastNew : first ? now : last.firstFetched();
        Duration silence = Duration.between(began, now);
        Instant missed = reading.missed() ? now : was.missed();
        Duration interval =
                feed.interval() != null
                        ? feed.interval()
                        : isTold(last, now) ? NET : own(gap, silence, was, reading);
        return new Rhythm(
                interval,
                yielding(floor(was, reading), interval, missed, now),
                reading.isBody() ? Skips.of(reading.hints()) : was.skips(),
                gap,
                lastNew,
                reading.whole() ? now : was.lastWhole(),
                missed,
                reading.lied() ? now : was.distrusted());
    }

    /** By the dates of the items; where they have none, by when fetches brought something. */
    private static Duration gap(Rhythm was, Reading reading, boolean first) {
        Duration dated = Gap.of(reading.dates(), reading.at());
        if (dated != null || reading.fresh() == 0 || first || was.lastNew() == null) {
            return Gap.after(was.gap(), dated);
        }
        Duration seen = Duration.between(was.lastNew(), reading.at());
        return was.gap() == null ? seen : Gap.between(was.gap(), seen, 0.5);
    }

    private static Instant lastNew(Rhythm was, Reading reading, boolean first) {
        if (reading.fresh() == 0) {
            return was.lastNew();
        }
        Instant now = reading.at();
        return reading.dates().stream()
                .filter(date -> first && !date.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    private static boolean isTold(FeedReport last, Instant now) {
        Push push = last == null ? null : last.push();
        return push != null && push.delivers(now);
    }

    private static Duration own(Duration gap, Duration silence, Rhythm was, Reading reading) {
        Duration base = bounded(gap == null ? TO_BEGIN_WITH : gap.dividedBy(2));
        Duration most =
                gap == null
                        ? LONGEST
                        : longer(base.multipliedBy(STRETCH), silence.minus(WEEKEND).dividedBy(12));
        Duration stretched = bounded(longer(base, shorter(silence.dividedBy(8), most)));
        if (!reading.missed() || was.interval() == null) {
            return stretched;
        }
        Duration least = reading.dates().isEmpty() ? SHORTEST_UNDATED : SHORTEST;
        return longer(least, shorter(stretched, was.interval().dividedBy(2)));
    }

    /** What the headers and the feed's own words ask for; null where they do not. */
    private static Duration floor(Rhythm was, Reading reading) {
        Duration said = reading.isBody() ? reading.hints().pause() : was.floor();
        Duration floor = longer(said, reading.freshFor());
        boolean asks = floor != null && !floor.isZero() && !floor.isNegative();
        return asks ? shorter(floor, LONGEST_FLOOR) : null;
    }

    private static Duration yielding(
            Duration floor, Duration interval, Instant missed, Instant now) {
        boolean yields = missed != null && now.isBefore(missed.plus(YIELDING));
        return floor == null || !yields ? floor : shorter(floor, longer(interval, YIELDING_FLOOR));
    }

    private static Duration bounded(Duration pause) {
        return longer(SHORTEST, shorter(pause, LONGEST));
    }

    /** Null counts as nothing. */
    static Duration longer(Duration one, Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) < 0 ? other : one;
    }

    static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
