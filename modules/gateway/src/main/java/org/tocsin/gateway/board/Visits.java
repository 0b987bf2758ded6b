package org.tocsin.gateway.board;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.core.feed.FeedReport;

/**
 * What the last visits to each feed came to, as far as this process saw them: the log keeps the
 * last one alone. Safe for many threads.
 */
public final class Visits {

    /** A visit a quarter of an hour, for ten hours. */
    public static final int HELD = 40;

    private final Map<String, Deque<Visit>> byFeed = new ConcurrentHashMap<>();

    /** {@code cause} is why it failed, null where it did not. */
    public record Visit(
            Instant time, String outcome, FeedReport.Cause cause, int status, int newItems) {}

    /** The feed was visited; a null report says that it is no more. */
    public void add(String feed, FeedReport report) {
        if (report == null) {
            byFeed.remove(feed);
            return;
        }
        Deque<Visit> visits = byFeed.computeIfAbsent(feed, id -> new ArrayDeque<>());
        var visit =
                new Visit(
                        report.fetched(),
                        report.outcome(),
                        report.cause(),
                        report.status(),
                        report.newItems());
        synchronized (visits) {
            // A report is written anew when a hub confirms: that is no visit.
            if (visits.isEmpty() || !visits.getLast().time().equals(visit.time())) {
                visits.addLast(visit);
            }
            if (visits.size() > HELD) {
                visits.removeFirst();
            }
        }
    }

    /** The last visits, the first of them first. */
    public List<Visit> of(String feed) {
        Deque<Visit> visits = byFeed.get(feed);
        if (visits == null) {
            return List.of();
        }
        synchronized (visits) {
            return List.copyOf(visits);
        }
    }
}
