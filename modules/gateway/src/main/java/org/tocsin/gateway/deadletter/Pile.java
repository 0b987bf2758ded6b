package org.tocsin.gateway.deadletter;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.core.audit.Replay;
import org.tocsin.gateway.log.Timeline;

/**
 * The dead letters as this process remembers them: the last in full, many more as lines that are
 * counted. Safe for many threads.
 */
public final class Pile {

    /** Lines counted: some 5 MB at most. */
    public static final int COUNTED = 50_000;

    private final Timeline<DeadLetter> latest;
    private final Deque<Line> lines = new ArrayDeque<>();

    /** One object for each reason: there are few, and a flood has one. */
    private final Map<Reason, Reason> reasons = new HashMap<>();

    private final Map<String, Instant> replayed = new HashMap<>();
    private long forgotten;

    private record Line(Place place, Instant time, Reason why) {}

    /**
     * Dead letters of one reason: how many, how many of them were put back, and the records' own
     * times of the first and last. {@code example} is the id of the last.
     */
    public record Count(
            Reason why, long count, long replayed, Instant first, Instant last, String example) {}

    /**
     * @param held how many are kept in full
     */
    public Pile(int held) {
        latest = new Timeline<>(held);
    }

    public void add(DeadLetter letter) {
        latest.append(letter.place().partition(), letter.place().offset(), letter);
        synchronized (this) {
            Reason why = reasons.computeIfAbsent(letter.reason(), same -> same);
            lines.addLast(new Line(letter.place(), letter.time(), why));
            if (lines.size() > COUNTED) {
                lines.removeFirst();
                forgotten++;
            }
        }
    }

    /** Letters were put back; also those that are not held here. */
    public synchronized void replayed(Replay replay) {
        replay.letters().forEach(letter -> replayed.put(letter, replay.time()));
    }

    /** When the letter of that id was last put back; empty where it was not. */
    public synchronized Optional<Instant> replayed(String id) {
        return Optional.ofNullable(replayed.get(id));
    }

    /** The last ones in full, the newest first. */
    public List<DeadLetter> latest() {
        return latest.values().stream()
                .sorted(
                        Comparator.comparing(DeadLetter::time)
                                .reversed()
                                .thenComparing(DeadLetter::place))
                .toList();
    }

    /** The one of that id, where it is held in full. */
    public Optional<DeadLetter> find(Place place) {
        return latest.values().stream().filter(letter -> letter.place().equals(place)).findFirst();
    }

    /** How many were not put back: what waits for somebody. */
    public synchronized long waiting() {
        return lines.stream().filter(line -> !replayed.containsKey(line.place().id())).count();
    }

    /** Whether older ones had to be forgotten, so that counts are of the last ones alone. */
    public synchronized boolean isPartial() {
        return forgotten > 0;
    }

    /** By reason, the most frequent first. */
    public synchronized List<Count> counts() {
        var counts = new LinkedHashMap<Reason, Count>();
        for (Line line : lines) {
            long back = replayed.containsKey(line.place().id()) ? 1 : 0;
            var one = new Count(line.why(), 1, back, line.time(), line.time(), line.place().id());
            counts.merge(line.why(), one, Pile::together);
        }
        return counts.values().stream()
                .sorted(Comparator.comparingLong(Count::count).reversed())
                .toList();
    }

    private static Count together(Count a, Count b) {
        boolean later = !b.last().isBefore(a.last());
        return new Count(
                a.why(),
                a.count() + b.count(),
                a.replayed() + b.replayed(),
                a.first().isBefore(b.first()) ? a.first() : b.first(),
                later ? b.last() : a.last(),
                later ? b.example() : a.example());
    }
}
