package org.tocsin.core.watch.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tocsin.core.article.Article;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Severity;
import org.tocsin.core.watch.Watchlist;
import org.tocsin.core.watch.thread.Watcher;

/**
 * What a rehearsal came to, of at most 5,000 alerts: a rule that rings oftener needs no samples. Of
 * an alert is held when it rang; a few of them are held whole, for samples.
 */
public final class RehearsalTally {

    static final int MOST_ALERTS = 5_000;
    private static final int MOST_ROWS = 100;
    private static final int MOST_SAMPLES = 20;

    /** So many alerts a day are more than a person reads. */
    private static final int MANY_A_DAY = 100;

    private final Samples samples = new Samples(MOST_SAMPLES);
    private final Map<String, Thread> threads = new LinkedHashMap<>();
    private final EnumMap<Alert.Kind, Integer> kinds = new EnumMap<>(Alert.Kind.class);
    private int alerts;
    private final TreeMap<LocalDate, int[]> days = new TreeMap<>();
    private final TreeMap<Instant, int[]> hours = new TreeMap<>();
    private long hits;

    /**
     * @param hits tellings that answer, alone or with others
     * @param cut whether it was broken off, having rung too often
     * @param rows the threads, the last begun first
     * @param hours the same by hour (UTC), for a span of so few days that days say little
     * @param samples alerts with their evidence, spread evenly
     * @param passages of the articles that rang the samples, in the same order
     */
    public record Counts(
            long hits,
            int alerts,
            int threads,
            boolean cut,
            Map<Alert.Kind, Integer> kinds,
            List<Day> days,
            List<Hour> hours,
            List<Row> rows,
            List<Alert> samples,
            List<Passage> passages) {}

    /** {@code held} are tellings that would have rung, but for quiet hours or the budget. */
    public record Day(LocalDate day, int hits, int alerts, int held) {}

    /** The same of an hour, by when it began. */
    public record Hour(Instant hour, int hits, int alerts, int held) {}

    /** A thread as it stood at the end. */
    public record Row(
            String thread,
            String story,
            String headline,
            Severity severity,
            int origins,
            List<Ring> alerts) {}

    public record Ring(Alert.Kind kind, Instant time, String trigger) {}

    /** What becomes a row, without the articles and the evidence of its alerts. */
    private static final class Thread {
        private final String id;
        private final String story;
        private final List<Ring> rings = new ArrayList<>();
        private String headline;
        private Severity severity;
        private int origins;

        Thread(Alert first) {
            id = first.thread();
            story = first.story();
        }

        void add(Alert alert) {
            rings.add(new Ring(alert.kind(), alert.time(), alert.trigger()));
            headline = alert.headline();
            severity = alert.severity();
            origins = alert.origins();
        }

        Row row() {
            return new Row(id, story, headline, severity, origins, List.copyOf(rings));
        }
    }

    void add(Watcher.Told told, Article article) {
        if (!told.alerts().isEmpty() || !told.answers().isEmpty()) {
            Instant hour = article.fetched().truncatedTo(ChronoUnit.HOURS);
            LocalDate day = LocalDate.ofInstant(hour, ZoneOffset.UTC);
            count(told, days.computeIfAbsent(day, key -> new int[3]));
            count(told, hours.computeIfAbsent(hour, key -> new int[3]));
        }
        for (Watcher.Answer answer : told.answers()) {
            hits += answer.affirms() ? 1 : 0;
        }
        for (Alert alert : told.alerts()) {
            alerts++;
            samples.add(alert, article);
            kinds.merge(alert.kind(), 1, Integer::sum);
            threads.computeIfAbsent(alert.thread(), key -> new Thread(alert)).add(alert);
        }
    }

    private static void count(Watcher.Told told, int[] counts) {
        counts[1] += told.alerts().size();
        for (Watcher.Answer answer : told.answers()) {
            counts[0] += answer.affirms() ? 1 : 0;
            counts[2] += answer.held() ? 1 : 0;
        }
    }

    boolean isFull() {
        return alerts >= MOST_ALERTS;
    }

    int alerts() {
        return alerts;
    }

    int threads() {
        return threads.size();
    }

    Counts counts() {
        List<Day> perDay =
                days.entrySet().stream()
                        .map(
                                day ->
                                        new Day(
                                                day.getKey(),
                                                day.getValue()[0],
                                                day.getValue()[1],
                                                day.getValue()[2]))
                        .toList();
        List<Hour> perHour =
                hours.entrySet().stream()
                        .map(hour -> hour(hour.getKey(), hour.getValue()))
                        .toList();
        List<Samples.Sample> some = samples.some();
        return new Counts(
                hits,
                alerts,
                threads(),
                isFull(),
                new EnumMap<>(kinds),
                perDay,
                perHour,
                rows(Set.of()),
                some.stream().map(Samples.Sample::alert).toList(),
                some.stream().map(Samples.Sample::passage).toList());
    }

    private static Hour hour(Instant hour, int[] counts) {
        return new Hour(hour, counts[0], counts[1], counts[2]);
    }

    private List<Row> rows(Set<String> without) {
        var rows = new ArrayList<Row>();
        for (Thread thread : threads.values()) {
            if (!without.contains(thread.story)) {
                rows.add(thread.row());
            }
        }
        Collections.reverse(rows);
        return List.copyOf(rows.subList(0, Math.min(rows.size(), MOST_ROWS)));
    }

    private Set<String> stories() {
        return threads.values().stream().map(thread -> thread.story).collect(Collectors.toSet());
    }

    int sharedWith(RehearsalTally other) {
        Set<String> both = stories();
        both.retainAll(other.stories());
        return both.size();
    }

    List<Row> without(RehearsalTally other) {
        return rows(other.stories());
    }

    List<String> warnings(Watchlist watchlist) {
        var warnings = new ArrayList<String>();
        int busiest = days.values().stream().mapToInt(day -> day[1]).max().orElse(0);
        int held = days.values().stream().mapToInt(day -> day[2]).sum();
        if (isFull()) {
            warnings.add("broken off after " + MOST_ALERTS + " alerts: narrow the rule");
        }
        if (hits == 0) {
            warnings.add("nothing answers: it would have been silent");
        }
        if (busiest > MANY_A_DAY && watchlist.budget() == null) {
            warnings.add("up to " + busiest + " alerts a day: narrow the rule or give it a budget");
        }
        if (held > 0) {
            warnings.add(held + " tellings were held back by its quiet hours or its budget");
        }
        return warnings;
    }
}
