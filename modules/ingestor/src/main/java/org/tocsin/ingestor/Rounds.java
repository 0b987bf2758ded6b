package org.tocsin.ingestor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.Coverage;
import org.tocsin.ingestor.coverage.CoverageWatch;
import org.tocsin.ingestor.follow.FeedFollower;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;

/**
 * The ingestor's rounds, many a second: take in which feeds are ours, write what visits brought,
 * send visitors to the feeds that are due. One thread does the rounds and owns all state; visitors
 * only visit.
 */
final class Rounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Short enough that a clock running 2,000 times as fast meets its feeds in time. */
    private static final Duration STEP = Duration.ofMillis(20);

    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration CENSUS = Duration.ofSeconds(1);
    private static final int VISITORS = 16;
    private static final int MOST_AT_ONCE = 100;

    private final Function<Schedule, FeedFollower> followers;
    private final VisitPublisher publisher;
    private final FeedVisitor visitor;
    private final CoverageWatch coverage;
    private final Clock clock;
    private final ExecutorService visitors;
    private final BlockingQueue<Visit> done = new LinkedBlockingQueue<>();
    private final List<Visit> unwritten = new ArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Schedule schedule = new Schedule();
    private FeedFollower follower;
    private long counted = System.nanoTime();
    private volatile Map<Coverage.State, Integer> census = Map.of();
    private volatile IngestorStatus status = new IngestorStatus(false, 0, 0, 0, 0, null);

    Rounds(
            Function<Schedule, FeedFollower> followers,
            VisitPublisher publisher,
            FeedVisitor visitor,
            CoverageWatch coverage,
            Clock clock) {
        this.followers = followers;
        this.publisher = publisher;
        this.visitor = visitor;
        this.coverage = coverage;
        this.clock = clock;
        var number = new AtomicInteger();
        this.visitors =
                Executors.newFixedThreadPool(
                        VISITORS,
                        work -> {
                            var thread = new Thread(work, "visitor-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    IngestorStatus status() {
        return status;
    }

    /** How many feeds are in each state, about a second ago. */
    Map<Coverage.State, Integer> census() {
        return census;
    }

    void stop() {
        stopping.countDown();
        visitors.shutdownNow();
    }

    @Override
    public void run() {
        try {
            while (stopping.getCount() > 0) {
                attemptRound();
            }
        } catch (InterruptedException | InterruptException e) {
            LOG.debug("interrupted while closing", e);
        } finally {
            // An interrupt would only make the clients' farewells fail.
            Thread.interrupted();
            forgetFollower();
            publisher.close();
        }
    }

    private void attemptRound() throws InterruptedException {
        try {
            round();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            // Kafka or the registry is away, or we were thrown out of the group: begin anew.
            LOG.warn("the round failed, beginning anew: {}", e.toString());
            forgetFollower();
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void round() throws InterruptedException {
        if (follower == null) {
            schedule = new Schedule();
            follower = followers.apply(schedule);
        }
        boolean ready = follower.poll(status.ready() ? Duration.ZERO : STEP);
        collect();
        boolean written = write();
        takeCensus();
        if (ready && written && coverage.isReady() && stopping.getCount() > 0) {
            visitDue();
        }
        IngestorStatus was = status;
        status =
                new IngestorStatus(
                        ready,
                        schedule.size(),
                        was.visits(),
                        was.failures(),
                        was.articles(),
                        was.lastVisit());
        if (!written) {
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Waits a step for the first visit to come back, so that the rounds do not spin. */
    private void collect() throws InterruptedException {
        Visit next = done.poll(STEP.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
            FollowedFeed followed = schedule.followed(next.report().feed());
            unwritten.add(followed == null ? next : coverage.judge(followed, next));
            next = unwritten.size() > MOST_AT_ONCE ? null : done.poll();
        }
    }

    private void takeCensus() {
        long now = System.nanoTime();
        if (now - counted > CENSUS.toNanos()) {
            census = schedule.coverage();
            counted = now;
        }
    }

    /** Writes what came back; true where nothing is left to write. */
    private boolean write() {
        // A feed that moved on to another instance meanwhile is the other's to report.
        List<Visit> ours =
                unwritten.stream().filter(visit -> schedule.isOurs(visit.report().feed())).toList();
        if (!ours.isEmpty() && !publisher.publish(ours)) {
            return false;
        }
        unwritten.forEach(visit -> schedule.finish(visit.report()));
        unwritten.clear();
        ours.forEach(this::count);
        return true;
    }

    private void visitDue() {
        Instant now = clock.instant();
        int free = MOST_AT_ONCE - schedule.inFlight();
        for (List<FollowedFeed> turn : schedule.take(now, free)) {
            visitors.execute(() -> turn.forEach(feed -> done.add(visitor.visit(feed))));
        }
    }

    private void count(Visit visit) {
        boolean failed = visit.report().outcome().equals("failed");
        if (failed) {
            LOG.info("feed {}: {}", visit.report().url(), visit.report().reason());
        }
        IngestorStatus was = status;
        status =
                new IngestorStatus(
                        was.ready(),
                        was.feeds(),
                        was.visits() + 1,
                        was.failures() + (failed ? 1 : 0),
                        was.articles() + visit.articles().size(),
                        visit.report().fetched());
    }

    private void forgetFollower() {
        FeedFollower leaving = follower;
        follower = null;
        if (leaving != null) {
            try {
                leaving.close();
            } catch (RuntimeException e) {
                LOG.debug("the consumers did not close cleanly", e);
            }
        }
    }
}
