package org.tocsin.ingestor.subscribe;

import static org.tocsin.core.feed.FeedReport.Push.ACTIVE;
import static org.tocsin.core.feed.FeedReport.Push.ASKED;
import static org.tocsin.core.feed.FeedReport.Push.DENIED;
import static org.tocsin.core.feed.FeedReport.Push.FOUND;
import static org.tocsin.core.feed.FeedReport.Push.SILENT;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.core.feed.FeedReport.Push;

/**
 * The life of a feed's subscription: each step makes the next state of the last one, and nothing
 * else decides. Where a step does not apply the state stays as it is.
 */
public final class Subscription {

    /** What we ask for; the hub may grant another. */
    public static final Duration LEASE = Duration.ofDays(10);

    /** A hub that promises more is asked again all the same: it may have forgotten us. */
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);

    private static final Duration UNANSWERED = Duration.ofHours(6);
    private static final Duration REFUSED = Duration.ofDays(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);

    private Subscription() {}

    /** After a reading of the whole feed: {@code link} is null where it names no hub any more. */
    public static Push found(Push was, HubLink link, Instant now) {
        if (link == null) {
            return null;
        }
        boolean same =
                was != null && was.hub().equals(link.hub()) && was.topic().equals(link.topic());
        return same ? was : new Push(link.hub(), link.topic(), FOUND, now, null);
    }

    /**
     * A poll found news that the hub should have told since {@code lastPoll}: it is not relied on
     * until it is heard again.
     */
    public static Push missed(Push was, Instant lastPoll) {
        boolean relied = was != null && was.state().equals(ACTIVE) && lastPoll.isAfter(was.since());
        return relied ? in(SILENT, was) : was;
    }

    /** We ask; a lease that runs goes on running meanwhile. */
    public static Push asked(Push was, Instant now) {
        String state = runs(was, now) ? was.state() : ASKED;
        return new Push(was.hub(), was.topic(), state, now, runs(was, now) ? was.until() : null);
    }

    /** The hub asked back and heard yes, {@code received} then. */
    public static Push confirmed(Push was, Duration lease, Instant received, Instant now) {
        Instant until = received.plus(lease.compareTo(LONGEST_LEASE) > 0 ? LONGEST_LEASE : lease);
        if (!until.isAfter(now)) {
            return was;
        }
        String state = was.state().equals(SILENT) ? SILENT : ACTIVE;
        return new Push(was.hub(), was.topic(), state, received, until);
    }

    /** The hub refused, or ended it. What is older than the state is about an earlier one. */
    public static Push denied(Push was, Instant received) {
        return received.isBefore(was.since())
                ? was
                : new Push(was.hub(), was.topic(), DENIED, received, null);
    }

    /** The hub told something that is signed as agreed. */
    public static Push heard(Push was) {
        return was != null && was.state().equals(SILENT) ? in(ACTIVE, was) : was;
    }

    /**
     * When the hub is to be asked (again): a lease is renewed when some two thirds of it are over,
     * then ever sooner towards its end. Each feed has a share of its own, so that subscriptions
     * made together are not renewed together.
     */
    public static Instant dueAt(Push push, String feed) {
        return switch (push.state()) {
            case FOUND -> push.since();
            case DENIED -> push.since().plus(shared(REFUSED, feed));
            case ACTIVE, SILENT ->
                    runs(push, push.since())
                            ? push.since().plus(pause(push, feed))
                            : push.since().plus(shared(UNANSWERED, feed));
            default -> push.since().plus(shared(UNANSWERED, feed));
        };
    }

    private static Duration pause(Push push, String feed) {
        Duration left = Duration.between(push.since(), push.until());
        Duration pause = shared(left.multipliedBy(2).dividedBy(3), feed);
        return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
    }

    /** The pause and up to a tenth of it, the same for a feed every time. */
    private static Duration shared(Duration pause, String feed) {
        long share = Math.floorMod(feed.hashCode() * 31L, 1000L);
        return pause.plusMillis(pause.toMillis() * share / 10_000);
    }

    private static boolean runs(Push push, Instant at) {
        return push.until() != null && push.until().isAfter(at);
    }

    private static Push in(String state, Push was) {
        return new Push(was.hub(), was.topic(), state, was.since(), was.until());
    }
}
