package org.tocsin.gateway.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;

/**
 * How often each watchlist rang in each hour of the last 31 days. Alerts are counted and let go, so
 * that what is asked of a month needs neither the month in memory nor the log again: an hour in
 * which a watchlist rang takes some hundred bytes, and eight for each thread.
 */
public final class Tally {

    private static final long HOUR = 3_600;
    private static final long KEPT = 31 * 24;

    private final Map<String, OfWatchlist> watchlists = new HashMap<>();
    private Instant since;
    private long newest = Long.MIN_VALUE;

    /** {@code last} is when it rang last, also before these hours. */
    private static final class OfWatchlist {
        private final NavigableMap<Long, Cell> hours = new TreeMap<>();
        private Instant last = Instant.MIN;
    }

    private static final class Cell {
        private final int[] severities = new int[Severity.values().length];
        private int began;
        private int expired;
        private long[] threads = {};

        void add(Alert alert) {
            if (alert.kind() == Alert.Kind.EXPIRED) {
                expired++;
                return;
            }
            severities[alert.severity().ordinal()]++;
            began += alert.kind() == Alert.Kind.NEW ? 1 : 0;
            long thread = hash(alert.thread());
            if (Arrays.stream(threads).noneMatch(known -> known == thread)) {
                threads = Arrays.copyOf(threads, threads.length + 1);
                threads[threads.length - 1] = thread;
            }
        }
    }

    /**
     * An hour of a watchlist.
     *
     * @param severities how many rang of each, by its place in {@link Severity}; what only says
     *     that a thread went quiet is {@code expired} and not among them
     * @param began how many of them began a thread
     * @param threads that they were of, as numbers
     */
    record Hour(
            String watchlist,
            Instant start,
            int[] severities,
            int began,
            int expired,
            long[] threads) {

        int rang() {
            return Arrays.stream(severities).sum();
        }
    }

    synchronized void add(Alert alert) {
        long hour = Math.floorDiv(alert.time().getEpochSecond(), HOUR);
        since = since == null || alert.time().isBefore(since) ? alert.time() : since;
        OfWatchlist of = watchlists.computeIfAbsent(alert.watchlist(), id -> new OfWatchlist());
        of.last = alert.time().isAfter(of.last) ? alert.time() : of.last;
        if (hour > newest) {
            newest = hour;
            watchlists.values().forEach(each -> each.hours.headMap(hour - KEPT).clear());
        }
        if (hour >= newest - KEPT) {
            of.hours.computeIfAbsent(hour, at -> new Cell()).add(alert);
        }
    }

    /** When the oldest alert rang that was counted; null for none. Before it nothing is known. */
    synchronized Instant since() {
        return since;
    }

    /** When that watchlist rang last; null for never, as far as is known. */
    synchronized Instant last(String watchlist) {
        OfWatchlist of = watchlists.get(watchlist);
        return of == null ? null : of.last;
    }

    /** The hours from the one of {@code from} on and before {@code to} in which anything rang. */
    synchronized List<Hour> hours(Instant from, Instant to) {
        long first = Math.floorDiv(from.getEpochSecond(), HOUR);
        long end = Math.floorDiv(to.getEpochSecond() + HOUR - 1, HOUR);
        var found = new ArrayList<Hour>();
        watchlists.forEach(
                (id, of) ->
                        of.hours
                                .subMap(first, Math.max(first, end))
                                .forEach((hour, cell) -> found.add(hour(id, hour, cell))));
        return found;
    }

    private static Hour hour(String watchlist, long hour, Cell cell) {
        return new Hour(
                watchlist,
                Instant.ofEpochSecond(hour * HOUR),
                cell.severities.clone(),
                cell.began,
                cell.expired,
                cell.threads);
    }

    /** FNV-1a (Fowler, Noll, Vo), of 64 bits: no two threads of a month have the same. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
