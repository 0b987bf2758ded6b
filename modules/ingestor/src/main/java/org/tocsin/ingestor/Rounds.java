package org.tocsin.ingestor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.Coverage;
import org.tocsin.ingestor.Visitors.Result;
import org.tocsin.ingestor.coverage.CoverageWatch;
import org.tocsin.ingestor.follow.FeedFollower;
import org.tocsin.ingestor.publish.VisitPublisher;
import org.tocsin.ingestor.push.Pushes;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.visit.Visit;

/**
 * The ingestor's rounds, many a second: take in which feeds are ours, write what visits brought,
 * send visitors to the feeds that are due. One thread does the rounds and owns all state; visitors
 * only visit. Longer than most classes because a round is one story.
 */
final class Rounds implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Short enough that a clock running 2,000 times as fast meets its feeds in time. */
    private static final Duration STEP = Duration.ofMillis(20);

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** A feed this long past its time counts as overdue; it is looked for this often. */
    private static final Duration OVERDUE = Duration.ofMinutes(1);

    private static final Duration CENSUS = Duration.ofSeconds(1);

    /** With so many visits not yet written, no visitor sets out: their articles fill the memory. */
    private static final int MOST_UNWRITTEN = 200;

    private final Function<Schedule, FeedFollower> followers;
    private final VisitPublisher publisher;
    private final Function<FollowedFeed, Visit> visit;
    private final Visitors visitors;
    private final CoverageWatch coverage;
    private final Optional<Pushes> pushes;
    private final Clock clock;
    private final List<Consumer<VisitNote>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Schedule schedule = new Schedule();
    private FeedFollower follower;
    private long counted = System.nanoTime();
    private volatile Map<Coverage.State, Integer> census = Map.of();
    private volatile IngestorStatus status = IngestorStatus.BEFORE_ALL;

    Rounds(
            Function<Schedule, FeedFollower> followers,
            VisitPublisher publisher,
            Function<FollowedFeed, Visit> visit,
            Visitors visitors,
            CoverageWatch coverage,
            Optional<Pushes> pushes,
            Clock clock) {
        this.followers = followers;
        this.publisher = publisher;
        this.visit = visit;
        this.visitors = visitors;
        this.coverage = coverage;
        this.pushes = pushes;
        this.clock = clock;
    }

    IngestorStatus status() {
        return status;
    }

    /** How many feeds are in each state, about a second ago. */
    Map<Coverage.State, Integer> census() {
        return census;
    }

    void listen(Consumer<VisitNote> listener) {
        listeners.add(listener);
    }

    void stop() {
        stopping.countDown();
        visitors.close();
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
            beginAnew();
            pushes.ifPresent(Pushes::close);
        }
    }

    private void attemptRound() throws InterruptedException {
        try {
            round();
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            // Kafka or the registry is away, another took our pens, or we were thrown out of the
            // group. What was written is uncertain, so all is read again before anything else is.
            LOG.warn("the round failed, beginning anew: {}", e.toString());
            beginAnew();
            stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void round() throws InterruptedException {
        if (follower == null) {
            follower = followers.apply(schedule);
        }
        boolean ready = follower.poll(status.ready() ? Duration.ZERO : STEP);
        // Waits a step for the first visit to come back, so that the rounds do not spin.
        write(visitors.collect(STEP));
        boolean keepsUp = visitors.unwritten() < MOST_UNWRITTEN;
        if (ready && coverage.isReady() && keepsUp && stopping.getCount() > 0) {
            pushes.ifPresent(of -> of.round(follower.partitions(), schedule, visitors::bring));
            visitDue();
        }
        takeCensus(ready);
    }

    private void write(List<Result> results) {
        var ours = new ArrayList<Result>();
        var visits = new HashMap<Integer, List<Visit>>();
        for (Result result : results) {
            String feed = result.feed();
            // A feed that moved on to another instance meanwhile is the other's to report.
            if (result.visit() == null || !schedule.isOurs(feed)) {
                putBack(feed);
            } else {
                Visit judged = judge(feed, result.visit());
                ours.add(new Result(result.from(), judged));
                int partition = schedule.partitionOf(feed);
                visits.computeIfAbsent(partition, p -> new ArrayList<>()).add(judged);
            }
        }
        try {
            publisher.publish(visits);
        } catch (RuntimeException e) {
            ours.forEach(result -> putBack(result.feed()));
            throw e;
        }
        ours.forEach(this::finish);
    }

    /** A feed that left us gives nothing that could be judged. */
    private Visit judge(String feed, Visit found) {
        FollowedFeed followed = schedule.followed(feed);
        return followed == null ? found : coverage.judge(followed, found);
    }

    private void putBack(String feed) {
        schedule.putBack(feed);
        pushes.ifPresent(of -> of.settled(feed, false));
    }

    private void finish(Result result) {
        boolean fetched = isFetch(result);
        schedule.finish(result.visit().report());
        pushes.ifPresent(of -> of.settled(result.feed(), true));
        VisitNote note = VisitNote.of(result.from(), result.visit());
        if (fetched && note.failed()) {
            LOG.info("feed {}: {}", note.report().url(), note.report().reason());
        }
        status = fetched ? status.after(note) : status.telling(note.articles());
        if (fetched) {
            listeners.forEach(listener -> listener.accept(note));
        }
    }

    /** What a hub told amends the report of the last fetch. */
    private boolean isFetch(Result result) {
        FollowedFeed followed = schedule.followed(result.feed());
        return followed == null
                || followed.last() == null
                || !followed.last().fetched().equals(result.visit().report().fetched());
    }

    private void visitDue() {
        Instant now = clock.instant();
        for (List<FollowedFeed> turn :
                schedule.take(now, MOST_UNWRITTEN, host -> visitors.admit(host))) {
            visitors.send(turn, visit);
        }
    }

    private void takeCensus(boolean ready) {
        int overdue = status.overdue();
        if (System.nanoTime() - counted > CENSUS.toNanos()) {
            counted = System.nanoTime();
            census = schedule.coverage();
            overdue = schedule.overdue(clock.instant().minus(OVERDUE));
        }
        status = status.owning(ready, schedule.size(), schedule.inFlight(), overdue);
    }

    private void beginAnew() {
        status = status.owning(false, 0, schedule.inFlight(), 0);
        schedule.releaseAll();
        publisher.close();
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
