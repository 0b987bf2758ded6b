package org.tocsin.gateway.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.tocsin.gateway.pipeline.Pipeline.Behind;

/**
 * Where a partition ended and a group stood in it over the last quarter of an hour, one point a
 * look. Belongs to one thread.
 */
final class Track {

    private static final long KEPT_NANOS = Duration.ofMinutes(15).toNanos();
    private static final long RATE_NANOS = Duration.ofMinutes(1).toNanos();

    /** Two looks closer together than this would make a rate of noise. */
    private static final long LEAST_NANOS = Duration.ofSeconds(1).toNanos();

    private final Deque<Point> points = new ArrayDeque<>();

    private record Point(long nanos, long end, long committed) {}

    void add(long nanos, long end, long committed) {
        points.addLast(new Point(nanos, end, committed));
        while (nanos - points.peekFirst().nanos() > KEPT_NANOS) {
            points.removeFirst();
        }
    }

    /** How long ago the partition ended where the group stands now. */
    Behind behind() {
        Point now = points.peekLast();
        if (now.committed() >= now.end()) {
            return Behind.NOTHING;
        }
        Point later = now;
        for (Iterator<Point> back = points.descendingIterator(); back.hasNext(); ) {
            Point point = back.next();
            if (point.end() <= now.committed()) {
                return new Behind(since(now, between(point, later, now.committed())), false);
            }
            later = point;
        }
        return new Behind(since(now, points.peekFirst().nanos()), true);
    }

    /** When the end passed that offset, as if it had moved evenly between the two looks. */
    private static long between(Point before, Point after, long offset) {
        double part = (double) (offset - before.end()) / (after.end() - before.end());
        return before.nanos() + (long) (part * (after.nanos() - before.nanos()));
    }

    private static Duration since(Point now, long nanos) {
        return Duration.ofMillis((now.nanos() - nanos) / 1_000_000);
    }

    /** Records a second that came; null while there is one look alone. */
    Double arriving() {
        return rate(points.peekLast().end(), minuteAgo().end());
    }

    /** Records a second that the group did; null while there is one look alone. */
    Double done() {
        return rate(points.peekLast().committed(), minuteAgo().committed());
    }

    private Double rate(long now, long before) {
        long nanos = points.peekLast().nanos() - minuteAgo().nanos();
        // A group that is set back by hand does nothing meanwhile, rather than less.
        return nanos < LEAST_NANOS ? null : Math.max(0, now - before) * 1e9 / nanos;
    }

    private Point minuteAgo() {
        long now = points.peekLast().nanos();
        return points.stream()
                .filter(point -> now - point.nanos() <= RATE_NANOS)
                .findFirst()
                .orElseThrow();
    }
}
