package org.tocsin.ingestor.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The usual time between two new items of a feed. */
final class Gap {

    /** Items that come together are one piece of news to those who poll. */
    private static final Duration TOGETHER = Duration.ofMinutes(1);

    private static final int MOST_MOMENTS = 31;
    private static final int FEWEST_MOMENTS = 3;
    private static final int LATEST = 5;

    /** How much of a slower beat is believed at once. */
    private static final double SLOWING = 0.25;

    private Gap() {}

    /**
     * As the dates of its items tell: the median, of all or of the latest few, whichever is
     * shorter, since a feed that wakes up is not to be asked at the pace of its sleep. Null where
     * there are too few dates to tell; dates to come do not count.
     */
    static Duration of(List<Instant> dates, Instant now) {
        List<Instant> moments = moments(dates, now);
        if (moments.size() < FEWEST_MOMENTS) {
            return null;
        }
        var gaps = new ArrayList<Duration>();
        for (int i = 1; i < moments.size(); i++) {
            gaps.add(Duration.between(moments.get(i), moments.get(i - 1)));
        }
        Duration usual = median(gaps);
        Duration latest = median(gaps.subList(0, Math.min(LATEST, gaps.size())));
        return latest.compareTo(usual) < 0 ? latest : usual;
    }

    /** A faster beat is followed at once, a slower one by and by. Either may be null. */
    static Duration after(Duration was, Duration seen) {
        if (was == null || seen == null) {
            return was == null ? seen : was;
        }
        return seen.compareTo(was) <= 0 ? seen : between(was, seen, SLOWING);
    }

    /** The geometric mean: of rates, a half and a double cancel out. */
    static Duration between(Duration one, Duration other, double share) {
        double from = Math.max(1, one.toMillis());
        double to = Math.max(1, other.toMillis());
        return Duration.ofMillis(Math.round(from * Math.pow(to / from, share)));
    }

    private static List<Instant> moments(List<Instant> dates, Instant now) {
        var moments = new ArrayList<Instant>();
        dates.stream()
                .filter(date -> !date.isAfter(now))
                .sorted(Comparator.reverseOrder())
                .forEach(
                        date -> {
                            Instant last =
                                    moments.isEmpty() ? null : moments.get(moments.size() - 1);
                            if (last == null || date.isBefore(last.minus(TOGETHER))) {
                                moments.add(date);
                            }
                        });
        return moments.subList(0, Math.min(MOST_MOMENTS, moments.size()));
    }

    private static Duration median(List<Duration> gaps) {
        List<Duration> sorted = gaps.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
