package org.tocsin.gateway.board;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tocsin.core.watch.Severity;

/**
 * How many alerts rang, by hour and by watchlist. What only says that a thread went quiet is not
 * counted.
 *
 * @param from the first hour's start
 * @param to the end of the last, which may be under way
 * @param since when the oldest alert rang that was counted, null for none: hours before it are not
 *     known to have been quiet
 * @param hours every hour, the quiet ones too, oldest first
 * @param watchlists those that rang, the loudest first
 */
public record Volume(
        Instant from,
        Instant to,
        Instant since,
        int alerts,
        List<Hour> hours,
        List<OfWatchlist> watchlists) {

    /** {@code severities} has what rang, by severity. */
    public record Hour(Instant start, int alerts, Map<String, Integer> severities) {}

    /** {@code hours} are counts for the hours of the whole, in their order. */
    public record OfWatchlist(String watchlist, int alerts, int threads, List<Integer> hours) {}

    private static final class Count {
        final int[] hours;
        final Set<Long> threads = new HashSet<>();

        Count(int hours) {
            this.hours = new int[hours];
        }
    }

    /** The last so many hours, the one of {@code now} included. */
    public static Volume of(Tally tally, String watchlist, Instant now, int hours) {
        Instant to = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        return of(tally, watchlist, to.minus(hours, ChronoUnit.HOURS), to);
    }

    /**
     * These hours.
     *
     * @param watchlist whose; null for all
     * @param from the start of an hour
     * @param to the end of one
     */
    public static Volume of(Tally tally, String watchlist, Instant from, Instant to) {
        int hours = (int) Duration.between(from, to).toHours();
        var severities = new ArrayList<Map<String, Integer>>();
        for (int hour = 0; hour < hours; hour++) {
            severities.add(new TreeMap<>());
        }
        var counts = new HashMap<String, Count>();
        for (Tally.Hour each : tally.hours(from, to)) {
            if (each.rang() > 0 && (watchlist == null || watchlist.equals(each.watchlist()))) {
                int hour = (int) Duration.between(from, each.start()).toHours();
                addTo(severities.get(hour), each.severities());
                Count count = counts.computeIfAbsent(each.watchlist(), id -> new Count(hours));
                count.hours[hour] += each.rang();
                Arrays.stream(each.threads()).forEach(count.threads::add);
            }
        }
        List<Hour> byHour = byHour(severities, from);
        int all = byHour.stream().mapToInt(Hour::alerts).sum();
        return new Volume(from, to, tally.since(), all, byHour, loudest(counts));
    }

    private static void addTo(Map<String, Integer> severities, int[] counts) {
        for (Severity severity : Severity.values()) {
            int count = counts[severity.ordinal()];
            if (count > 0) {
                severities.merge(severity.id(), count, Integer::sum);
            }
        }
    }

    private static List<Hour> byHour(List<Map<String, Integer>> severities, Instant from) {
        var all = new ArrayList<Hour>();
        for (Map<String, Integer> counts : severities) {
            int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
            all.add(new Hour(from.plus(all.size(), ChronoUnit.HOURS), sum, counts));
        }
        return List.copyOf(all);
    }

    private static List<OfWatchlist> loudest(Map<String, Count> counts) {
        return counts.entrySet().stream()
                .map(entry -> ofWatchlist(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingInt(OfWatchlist::alerts)
                                .reversed()
                                .thenComparing(OfWatchlist::watchlist))
                .toList();
    }

    private static OfWatchlist ofWatchlist(String id, Count count) {
        List<Integer> hours = Arrays.stream(count.hours).boxed().toList();
        int sum = hours.stream().mapToInt(Integer::intValue).sum();
        return new OfWatchlist(id, sum, count.threads.size(), hours);
    }
}
