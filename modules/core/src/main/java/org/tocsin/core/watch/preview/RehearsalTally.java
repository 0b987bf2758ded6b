package org.tocsin.core.watch.preview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
    private long hits;

    /**
     * @param hits tellings that answer, alone or with others
     * @param cut whether it was broken off, having rung too often
     * @param rows the threads, the last begun first
     * @param samples alerts with their evidence, spread evenly
     */
    public record Counts(
            long hits,
            int alerts,
            int threads,
            boolean cut,
            Map<Alert.Kind, Integer> kinds,
            List<Day> days,
            List<Row> rows,
            List<Alert> samples) {}

    /** {@code held} are tellings that would have rung, but for quiet hours or the budget. */
    public record Day(LocalDate day, int hits, int alerts, int held) {}

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

    void add(Watcher.Told told, Instant at) {
        int[] day =
                told.alerts().isEmpty() && told.answers().isEmpty()
                        ? new int[3]
                        : days.computeIfAbsent(
                                LocalDate.ofInstant(at, ZoneOffset.UTC), key -> new int[3]);
        for (Watcher.Answer answer : told.answers()) {
            day[0] += answer.affirms() ? 1 : 0;
            hits += answer.affirms() ? 1 : 0;
            day[2] += answer.held() ? 1 : 0;
        }
        day[1] += told.alerts().size();
        for (Alert alert : told.alerts()) {
            alerts++;
            samples.add(alert);
            kinds.merge(alert.kind(), 1, Integer::sum);
            threads.computeIfAbsent(alert.thread(), key -> new Thread(alert)).add(alert);
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
        return new Counts(
                hits,
                alerts,
                threads(),
                isFull(),
                new EnumMap<>(kinds),
                perDay,
                rows(Set.of()),
                samples.some());
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
