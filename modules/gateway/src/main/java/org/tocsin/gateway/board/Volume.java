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
import org.tocsin.core.watch.Alert;

/**
 * How many alerts rang, by hour and by watchlist. What only says that a thread went quiet is not
 * counted.
 *
 * @param from the first hour's start
 * @param to the end of the last, which may be under way
 * @param since when the oldest alert rang that is held, null for none: hours before it are not
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

    private record Count(int[] hours, Set<String> threads) {}

    /** The last so many hours, the one of {@code now} included. */
    public static Volume of(List<Alert> held, Instant now, int hours) {
        Instant to = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        Instant from = to.minus(hours, ChronoUnit.HOURS);
        List<Alert> rang =
                held.stream()
                        .filter(alert -> alert.kind() != Alert.Kind.EXPIRED)
                        .filter(alert -> !alert.time().isBefore(from) && alert.time().isBefore(to))
                        .toList();
        Instant since = held.stream().map(Alert::time).min(Instant::compareTo).orElse(null);
        return new Volume(
                from,
                to,
                since,
                rang.size(),
                byHour(rang, from, hours),
                loudest(rang, from, hours));
    }

    private static List<Hour> byHour(List<Alert> rang, Instant from, int hours) {
        var severities = new ArrayList<Map<String, Integer>>();
        for (int hour = 0; hour < hours; hour++) {
            severities.add(new TreeMap<>());
        }
        rang.forEach(
                alert ->
                        severities
                                .get(hourOf(alert, from))
                                .merge(alert.severity().id(), 1, Integer::sum));
        var all = new ArrayList<Hour>();
        for (int hour = 0; hour < hours; hour++) {
            Map<String, Integer> counts = severities.get(hour);
            int sum = counts.values().stream().mapToInt(Integer::intValue).sum();
            all.add(new Hour(from.plus(hour, ChronoUnit.HOURS), sum, counts));
        }
        return List.copyOf(all);
    }

    private static List<OfWatchlist> loudest(List<Alert> rang, Instant from, int hours) {
        var counts = new HashMap<String, Count>();
        for (Alert alert : rang) {
            Count count =
                    counts.computeIfAbsent(
                            alert.watchlist(), id -> new Count(new int[hours], new HashSet<>()));
            count.hours()[hourOf(alert, from)]++;
            count.threads().add(alert.thread());
        }
        return counts.entrySet().stream()
                .map(entry -> ofWatchlist(entry.getKey(), entry.getValue()))
                .sorted(
                        Comparator.comparingInt(OfWatchlist::alerts)
                                .reversed()
                                .thenComparing(OfWatchlist::watchlist))
                .toList();
    }

    private static OfWatchlist ofWatchlist(String id, Count count) {
        List<Integer> hours = Arrays.stream(count.hours()).boxed().toList();
        int sum = hours.stream().mapToInt(Integer::intValue).sum();
        return new OfWatchlist(id, sum, count.threads().size(), hours);
    }

    private static int hourOf(Alert alert, Instant from) {
        return (int) Duration.between(from, alert.time()).toHours();
    }
}
