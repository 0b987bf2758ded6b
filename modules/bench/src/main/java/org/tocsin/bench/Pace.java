package org.tocsin.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How fast records went by, in windows of one second after the warm-up. */
final class Pace {

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    /** {@code cpu} are seconds of this process and of the broker. */
    private record Moment(long nanos, long count, double cpu) {}

    private final Duration warmUp;
    private final List<Moment> moments = new ArrayList<>();

    Pace(Duration warmUp) {
        this.warmUp = warmUp;
    }

    void add(long count, double otherCpu) {
        if (count > 0) {
            moments.add(new Moment(System.nanoTime(), count, ownCpu() + otherCpu));
        }
    }

    private static double ownCpu() {
        var system =
                (com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    boolean hasBegun() {
        return !moments.isEmpty();
    }

    Duration hotFor() {
        Duration since =
                moments.isEmpty()
                        ? Duration.ZERO
                        : Duration.ofNanos(last().nanos() - moments.get(0).nanos());
        return since.minus(warmUp);
    }

    boolean standsFor(Duration time) {
        return !moments.isEmpty() && last().nanos() - lastProgress().nanos() > time.toNanos();
    }

    private Moment last() {
        return moments.get(moments.size() - 1);
    }

    private Moment lastProgress() {
        long end = last().count();
        return moments.stream().filter(moment -> moment.count() == end).findFirst().orElseThrow();
    }

    /**
     * The moments that count: after the warm-up, or after half of all where the input was brief.
     */
    private List<Moment> hot() {
        Moment first = moments.get(0);
        Moment end = lastProgress();
        return moments.stream()
                .filter(moment -> moment.nanos() <= end.nanos())
                .filter(
                        moment ->
                                moment.nanos() - first.nanos() >= warmUp.toNanos()
                                        || moment.count() * 2 >= end.count())
                .toList();
    }

    /** Records a second in each window. */
    List<Double> rates() {
        var rates = new ArrayList<Double>();
        Moment from = null;
        for (Moment moment : hot()) {
            if (from == null) {
                from = moment;
            } else if (moment.nanos() - from.nanos() >= WINDOW) {
                rates.add((moment.count() - from.count()) * 1e9 / (moment.nanos() - from.nanos()));
                from = moment;
            }
        }
        return rates;
    }

    /** CPU of client and broker that a record took, in microseconds. */
    double microsARecord() {
        List<Moment> hot = hot();
        Moment first = hot.get(0);
        Moment end = hot.get(hot.size() - 1);
        return (end.cpu() - first.cpu()) * 1e6 / Math.max(1, end.count() - first.count());
    }
}
