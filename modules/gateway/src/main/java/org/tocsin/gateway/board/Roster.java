package org.tocsin.gateway.board;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.core.watch.AlertVerdict;
import org.tocsin.core.watch.AlertVerdict.About;
import org.tocsin.core.watch.AlertVerdict.Word;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.ledger.Precision;

/**
 * The watchlists beside what became of them: how much each rang of late, day by day, and how useful
 * that was. Made in one pass over the counted hours and the words that are held, however many
 * watchlists there are.
 *
 * @param days the days (UTC) that the lines count, the last is today
 * @param since from when on alerts are counted; null for none. Days before it are not known, not
 *     quiet
 */
public record Roster(List<LocalDate> days, Instant since, List<Line> lines) {

    /** What a watchlist does at present. */
    public enum State {
        LIVE,
        WATCHING,
        MUTED;

        @JsonValue
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One watchlist.
     *
     * @param mutedUntil null unless it is muted
     * @param rang alerts on each of the days; of one that only watches those it would have rung
     * @param threads those that began on these days
     * @param aDay alerts a day, over the days that are known
     * @param last when it rang last; null for never, as far as alerts are counted
     */
    public record Line(
            String id,
            String title,
            String owner,
            Severity severity,
            String when,
            int version,
            State state,
            Instant mutedUntil,
            int[] rang,
            int threads,
            double aDay,
            Instant last,
            Precision precision) {}

    private static final class Count {
        final int[] rang;
        int threads;

        Count(int days) {
            this.rang = new int[days];
        }

        void add(Tally.Hour hour, int day) {
            rang[day] += hour.rang() + hour.expired();
            threads += hour.began();
        }
    }

    /** The roster as it is at that moment, of so many days with today. */
    public static Roster of(Boards boards, Instant now, int days) {
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(days - 1L);
        Instant begin = first.atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant since = boards.alerts().tally().since();
        Map<String, Count> live = counts(boards.alerts().tally(), first, days);
        Map<String, Count> watching = counts(boards.watching().tally(), first, days);
        Map<String, int[]> judged = judged(boards);
        Map<String, Instant> muted = muted(boards, now);
        double known = daysKnown(since == null || since.isBefore(begin) ? begin : since, now);
        List<Line> lines =
                boards.watchlists().values().stream()
                        .map(
                                watchlist ->
                                        line(
                                                watchlist,
                                                (watchlist.isWatching() ? watching : live)
                                                        .getOrDefault(
                                                                watchlist.id(), new Count(days)),
                                                board(boards, watchlist).last(watchlist.id()),
                                                muted.get(watchlist.id()),
                                                judged.getOrDefault(watchlist.id(), new int[2]),
                                                known))
                        .toList();
        return new Roster(first.datesUntil(first.plusDays(days)).toList(), since, lines);
    }

    private static Line line(
            Watchlist watchlist,
            Count count,
            Instant last,
            Instant mutedUntil,
            int[] judged,
            double known) {
        int rang = 0;
        for (int day : count.rang) {
            rang += day;
        }
        State state = watchlist.isWatching() ? State.WATCHING : State.LIVE;
        return new Line(
                watchlist.id(),
                watchlist.title(),
                watchlist.owner(),
                watchlist.severity(),
                watchlist.when(),
                watchlist.version(),
                mutedUntil == null ? state : State.MUTED,
                mutedUntil,
                count.rang,
                count.threads,
                Math.round(rang / known * 10) / 10.0,
                last,
                Precision.of(judged[0], judged[1]));
    }

    /** At least one: what rang in the first hour says little of a day. */
    private static double daysKnown(Instant from, Instant now) {
        return Math.max(1, Duration.between(from, now).toMinutes() / (24.0 * 60));
    }

    private static Tally board(Boards boards, Watchlist watchlist) {
        return (watchlist.isWatching() ? boards.watching() : boards.alerts()).tally();
    }

    private static Map<String, Count> counts(Tally tally, LocalDate first, int days) {
        var counts = new HashMap<String, Count>();
        Instant from = first.atStartOfDay().toInstant(ZoneOffset.UTC);
        for (Tally.Hour hour : tally.hours(from, from.plus(days, ChronoUnit.DAYS))) {
            int day = (int) Duration.between(from, hour.start()).toDays();
            counts.computeIfAbsent(hour.watchlist(), id -> new Count(days)).add(hour, day);
        }
        return counts;
    }

    /** Useful ones and all that were judged. */
    private static Map<String, int[]> judged(Boards boards) {
        var judged = new HashMap<String, int[]>();
        for (AlertVerdict verdict : boards.verdicts().values()) {
            boolean useful = verdict.word() == Word.USEFUL;
            if (verdict.watchlist() != null && (useful || verdict.word() == Word.NOT_USEFUL)) {
                int[] count = judged.computeIfAbsent(verdict.watchlist(), id -> new int[2]);
                count[0] += useful ? 1 : 0;
                count[1]++;
            }
        }
        return judged;
    }

    private static Map<String, Instant> muted(Boards boards, Instant now) {
        var muted = new HashMap<String, Instant>();
        for (AlertVerdict verdict : boards.verdicts().values()) {
            if (verdict.about() == About.WATCHLIST && verdict.isMuteAt(now)) {
                muted.put(verdict.thread(), verdict.mutedUntil());
            }
        }
        return muted;
    }
}
