package org.tocsin.bench.ingest;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.bench.farm.FarmPlan;
import org.tocsin.bench.ingest.Watcher.Seen;

/** From the start of the ingestors to the figures. */
record IngestRun(Start start, Watcher watcher, FarmPlan plan, double minutes, boolean kill) {

    /** Starts the ingestors. */
    interface Start {
        List<Child> ingestors() throws IOException;
    }

    void run(Duration patience) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        List<Child> ingestors = start.ingestors();
        while (watcher.feeds() < plan.feeds()
                && Duration.between(begin, Instant.now()).compareTo(patience) < 0) {
            Thread.sleep(100);
        }
        System.out.printf(
                "%,d feeds fetched once, and %,d articles told, after %.0f s and %.0f CPU s%n",
                watcher.feeds(), watcher.articles(), seconds(begin, Instant.now()), cpu(ingestors));
        measure(ingestors);
    }

    private void measure(List<Child> ingestors) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        double cpu = cpu(ingestors);
        long articles = watcher.articles();
        Thread.sleep((long) (minutes * (kill ? 30_000 : 60_000)));
        if (kill) {
            Child last = ingestors.get(ingestors.size() - 1);
            last.kill();
            Instant killed = Instant.now();
            Thread.sleep((long) (minutes * 30_000));
            tellTakeover(killed);
            return;
        }
        Instant end = Instant.now();
        cpu = cpu(ingestors) - cpu;
        List<Seen> visits = between(begin, end);
        System.out.printf(
                "%,.1f fetches/s (%s), %,.1f articles/s over %.0f s%n",
                visits.size() / seconds(begin, end),
                outcomes(visits),
                (watcher.articles() - articles) / seconds(begin, end),
                seconds(begin, end));
        System.out.println(lateness("due to fetched", visits));
        System.out.printf(
                "%.2f CPU s a thousand fetches, %.0f %% of a core%n",
                cpu * 1000 / visits.size(), 100 * cpu / seconds(begin, end));
        for (Child ingestor : ingestors) {
            System.out.printf(
                    "ingestor: %d MB resident, %d MB at most%n",
                    ingestor.megabytes("VmRSS"), ingestor.megabytes("VmHWM"));
        }
        tellOmissions();
    }

    private void tellOmissions() {
        System.out.printf(
                "items missed: %,d; told twice: %,d; feeds that told nothing though they could:"
                        + " %,d%n",
                watcher.missed(), watcher.toldTwice(), watcher.mute(plan));
    }

    /** Of the partitions that fell silent with the killed one: when each was heard again. */
    private void tellTakeover(Instant killed) {
        Map<Integer, Instant> heard =
                watcher.visits().stream()
                        .filter(seen -> seen.fetched().isAfter(killed.plusSeconds(1)))
                        .collect(
                                Collectors.toMap(
                                        Seen::partition,
                                        Seen::fetched,
                                        (one, other) -> one.isBefore(other) ? one : other));
        Instant last = heard.values().stream().max(Instant::compareTo).orElse(killed);
        System.out.printf(
                "killed one: the last of its partitions is fetched again after %.1f s%n",
                seconds(killed, last));
        System.out.println(lateness("due to fetched since", between(killed, Instant.now())));
        tellOmissions();
    }

    private List<Seen> between(Instant begin, Instant end) {
        return watcher.visits().stream()
                .filter(seen -> seen.fetched().isAfter(begin) && seen.fetched().isBefore(end))
                .toList();
    }

    private static String outcomes(List<Seen> visits) {
        return visits.stream()
                .collect(Collectors.groupingBy(Seen::outcome, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String lateness(String name, List<Seen> visits) {
        long[] sorted =
                visits.stream().mapToLong(Seen::lateMillis).filter(late -> late >= 0).toArray();
        Arrays.sort(sorted);
        return sorted.length == 0
                ? name + ": no feed was fetched twice"
                : "%s: p50 %,d ms, p99 %,d ms, max %,d ms (%,d)"
                        .formatted(
                                name,
                                sorted[sorted.length / 2],
                                sorted[(int) (sorted.length * 0.99)],
                                sorted[sorted.length - 1],
                                sorted.length);
    }

    private static double cpu(List<Child> ingestors) throws IOException {
        double sum = 0;
        for (Child ingestor : ingestors) {
            sum += ingestor.cpuSeconds();
        }
        return sum;
    }

    private static double seconds(Instant begin, Instant end) {
        return Duration.between(begin, end).toMillis() / 1000.0;
    }
}
