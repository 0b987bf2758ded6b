package org.tocsin.ingestor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.visit.Visit;

/**
 * The threads that visit feeds, in two lanes: hosts that were slow last time share a quarter of
 * them, so that however many such hosts there are, the others do not wait for them. No turn queues
 * behind a lane: what does not find a thread stays in the schedule, in its order.
 *
 * <p>Only the thread of the rounds calls this class, but for {@link #bring}.
 */
final class Visitors implements AutoCloseable {

    /**
     * What came back. {@code from} is null where nobody was sent for it; {@code visit} is null
     * where the feed was not asked after all.
     */
    record Result(FollowedFeed from, Visit visit) {

        String feed() {
            return from == null ? visit.report().feed() : from.feed().id();
        }
    }

    /** A host takes less for a feed, its turn to be asked included, or it is slow. */
    static final Duration USUAL = Duration.ofSeconds(4);

    private static final int SHARE_OF_SLOW = 4;

    private record Lane(ExecutorService threads, Semaphore free) {

        static Lane of(String name, int size) {
            var number = new AtomicInteger();
            return new Lane(
                    Executors.newFixedThreadPool(
                            size,
                            work -> {
                                var thread = new Thread(work, name + number.incrementAndGet());
                                thread.setDaemon(true);
                                return thread;
                            }),
                    new Semaphore(size));
        }
    }

    private final Duration patience;
    private final Predicate<String> bears;
    private final LongSupplier nanos;
    private final int threads;
    private final Lane usual;
    private final Lane slow;
    private final Set<String> slowHosts = ConcurrentHashMap.newKeySet();

    /** The lane in which a thread is kept for a host's turn. */
    private final Map<String, Lane> admitted = new HashMap<>();

    private final BlockingQueue<Result> back = new LinkedBlockingQueue<>();

    Visitors(int most, Duration patience, Predicate<String> bears) {
        this(most, patience, bears, System::nanoTime);
    }

    /**
     * @param most threads
     * @param patience a host takes less for a feed, or it is slow
     * @param bears whether a host may be asked at once
     * @param nanos what a visit is timed by
     */
    Visitors(int most, Duration patience, Predicate<String> bears, LongSupplier nanos) {
        this.patience = patience;
        this.bears = bears;
        this.nanos = nanos;
        int ofSlow = Math.max(1, most / SHARE_OF_SLOW);
        int others = Math.max(1, most - ofSlow);
        this.threads = ofSlow + others;
        this.usual = Lane.of("visitor-", others);
        this.slow = Lane.of("slow-visitor-", ofSlow);
    }

    /**
     * Whether the host bears a turn and there is a thread for it; it is kept for it until {@link
     * #send}.
     */
    boolean admit(String host) {
        Lane lane = slowHosts.contains(host) ? slow : usual;
        boolean free = bears.test(host) && lane.free().tryAcquire();
        if (free) {
            admitted.put(host, lane);
        }
        return free;
    }

    /** One admitted host's feeds, one after the other, for as long as the host answers swiftly. */
    void send(List<FollowedFeed> turn, Function<FollowedFeed, Visit> visit) {
        String host = turn.get(0).host();
        Lane lane = admitted.remove(host);
        lane.threads()
                .execute(
                        () -> {
                            try {
                                visitAll(host, turn, visit);
                            } finally {
                                lane.free().release();
                            }
                        });
    }

    /** Takes in a visit that others made; any thread may call. */
    void bring(Visit visit) {
        back.add(new Result(null, visit));
    }

    private void visitAll(
            String host, List<FollowedFeed> turn, Function<FollowedFeed, Visit> visit) {
        var left = new ArrayDeque<>(turn);
        try {
            boolean swift = true;
            while (swift && !left.isEmpty()) {
                long begin = nanos.getAsLong();
                Visit brought = visit.apply(left.element());
                swift = nanos.getAsLong() - begin < patience.toNanos();
                remember(host, swift);
                back.add(new Result(left.remove(), brought));
            }
        } finally {
            // Whatever happened to this thread: a feed that stayed out would never be asked again.
            left.forEach(feed -> back.add(new Result(feed, null)));
        }
    }

    private void remember(String host, boolean swift) {
        if (swift) {
            slowHosts.remove(host);
        } else {
            slowHosts.add(host);
        }
    }

    /** What came back by now; waits that long for a first one. */
    List<Result> collect(Duration patience) throws InterruptedException {
        Result first = back.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first == null) {
            return List.of();
        }
        var results = new ArrayList<Result>();
        results.add(first);
        back.drainTo(results);
        return results;
    }

    /** How many visits came back and were not collected. */
    int unwritten() {
        return back.size();
    }

    /** How many threads are out, or kept for a turn. */
    int busy() {
        return threads - usual.free().availablePermits() - slow.free().availablePermits();
    }

    @Override
    public void close() {
        usual.threads().shutdownNow();
        slow.threads().shutdownNow();
    }
}
