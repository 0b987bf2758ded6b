package org.tocsin.stages.order;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * How far each partition of the input has come, as what came of it of late says. One whose clock
 * lies does not carry its partition away: a leap is believed when a second one has made it, and
 * what was heard is forgotten after one to two spans.
 *
 * <p>Times are milliseconds; {@link Long#MAX_VALUE} is said where no partition was heard. Not
 * thread-safe.
 */
final class Progress {

    private static final long NONE = Long.MIN_VALUE;
    private static final long LEAP = Duration.ofDays(1).toMillis();

    private final long span;
    private long turned;
    private Partition[] partitions = new Partition[0];

    /** The two latest times of this span and of the one before, and when one was heard. */
    private static final class Partition {
        private long latest = NONE;
        private long second = NONE;
        private long latestBefore = NONE;
        private long secondBefore = NONE;
        private long heard = NONE;

        void hear(long time, long now) {
            heard = now;
            second = Math.max(second, Math.min(latest, time));
            latest = Math.max(latest, time);
        }

        void turn() {
            latestBefore = latest;
            secondBefore = second;
            latest = NONE;
            second = NONE;
        }

        long passed() {
            long others = Math.max(second, secondBefore);
            return Math.max(others, Math.min(latest, latestBefore));
        }

        long reached() {
            long first = Math.max(latest, latestBefore);
            long passed = passed();
            return passed != NONE && first - passed > LEAP ? passed : first;
        }
    }

    Progress(long span, long now) {
        this.span = span;
        this.turned = now;
    }

    void hear(int from, long time, long now) {
        turn(now);
        if (from >= partitions.length) {
            int known = partitions.length;
            partitions = Arrays.copyOf(partitions, from + 1);
            for (int i = known; i <= from; i++) {
                partitions[i] = new Partition();
            }
        }
        partitions[from].hear(time, now);
    }

    private void turn(long now) {
        for (int i = 0; i < 2 && now - turned >= span; i++) {
            turned = i == 0 ? turned + span : now;
            for (Partition partition : partitions) {
                partition.turn();
            }
        }
    }

    /** Where the least of the partitions heard since then is. */
    long reachedByAll(long since) {
        return least(since, Partition::reached);
    }

    /** What each partition heard since then has gone past, by more than one's word. */
    long passedByAll(long since) {
        return least(since, Partition::passed);
    }

    private long least(long since, ToLongFunction<Partition> place) {
        long least = Long.MAX_VALUE;
        for (Partition partition : partitions) {
            if (partition.heard >= since) {
                least = Math.min(least, place.applyAsLong(partition));
            }
        }
        return least;
    }
}
