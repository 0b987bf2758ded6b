package org.tocsin.ingestor.push;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.ingestor.push.Hubs.Answer;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.subscribe.Subscription;
import org.tocsin.ingestor.visit.Visit;

/**
 * Asks hubs when a subscription is due, and says goodbye where a feed left, was switched off or
 * names another hub now. Belongs to one thread; only hubs are spoken to by others, and no feed
 * waits for that.
 */
final class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);

    private static final int MOST_ASKING = 2;

    /** A hub whose turn does not come is left alone for a while, with all its feeds. */
    private static final Duration REST = Duration.ofMinutes(1);

    private record Asked(String feed, Push push, Instant at, Answer answer) {}

    private final Hubs hubs;
    private final Executor askers;
    private final Set<String> asking = new HashSet<>();
    private final Queue<Asked> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, Instant> resting = new HashMap<>();

    /** What our feeds were subscribed to a moment ago. */
    private final Map<String, Push> known = new HashMap<>();

    Renewals(Hubs hubs, Executor askers) {
        this.hubs = hubs;
        this.askers = askers;
    }

    /** Notes what hubs answered. */
    void round(Schedule schedule, Consumer<Visit> done) {
        for (Iterator<Asked> it = answers.iterator(); it.hasNext(); ) {
            if (note(it.next(), schedule, done)) {
                it.remove();
            }
        }
    }

    /** False where the feed is just being visited. */
    private boolean note(Asked asked, Schedule schedule, Consumer<Visit> done) {
        String feed = asked.feed();
        FollowedFeed followed = schedule.followed(feed);
        boolean stands = followed != null && isSame(followed.last().push(), asked.push());
        if (asked.answer() == Answer.BUSY) {
            resting.put(asked.push().hub(), asked.at().plus(REST));
        }
        if (asked.answer() == Answer.BUSY || !stands) {
            asking.remove(feed);
            return true;
        }
        return schedule.takeNow(feed)
                .map(
                        taken -> {
                            FeedReport last = taken.last();
                            done.accept(Deliveries.amended(last, after(asked, last.push())));
                            asking.remove(feed);
                            return true;
                        })
                .orElse(false);
    }

    /** The state may have changed meanwhile: a hub may ask back before it answers. */
    private static Push after(Asked asked, Push now) {
        Push next = Subscription.asked(now, asked.at());
        return asked.answer() == Answer.REFUSED ? Subscription.denied(next, asked.at()) : next;
    }

    /** Looks through all subscriptions; to be called every second or so. */
    List<FeedReport> sweep(Schedule schedule, Consumer<Visit> done, Instant now) {
        List<FeedReport> subscribed = schedule.subscribed();
        var seen = new HashSet<String>();
        resting.values().removeIf(end -> !end.isAfter(now));
        for (FeedReport report : subscribed) {
            seen.add(report.feed());
            if (schedule.followed(report.feed()) == null) {
                clear(report, schedule, done);
            } else {
                compare(report.feed(), report.push());
                askWhereDue(report, now);
            }
        }
        known.entrySet().removeIf(entry -> isGone(entry, seen, schedule));
        return subscribed;
    }

    /** A feed that left us takes its subscription with it. */
    private void clear(FeedReport report, Schedule schedule, Consumer<Visit> done) {
        if (schedule.takeLeft(report.feed())) {
            known.remove(report.feed());
            leave(report.feed(), report.push());
            done.accept(Deliveries.amended(report, null));
        }
    }

    private void compare(String feed, Push push) {
        Push before = known.put(feed, push);
        if (before != null && !isSame(before, push)) {
            leave(feed, before);
        }
    }

    /** The feed names no hub any more, or is another instance's: then that is the other's to do. */
    private boolean isGone(Map.Entry<String, Push> entry, Set<String> seen, Schedule schedule) {
        boolean gone = !seen.contains(entry.getKey());
        if (gone && schedule.followed(entry.getKey()) != null) {
            leave(entry.getKey(), entry.getValue());
        }
        return gone;
    }

    private void leave(String feed, Push push) {
        boolean asked = !push.state().equals(Push.FOUND) && !push.state().equals(Push.DENIED);
        if (asked) {
            LOG.info("leaving the hub {} for {}", push.hub(), push.topic());
            askers.execute(() -> hubs.leave(feed, push));
        }
    }

    private void askWhereDue(FeedReport report, Instant now) {
        String feed = report.feed();
        Push push = report.push();
        boolean free = asking.size() < MOST_ASKING && !asking.contains(feed);
        boolean due = !Subscription.dueAt(push, feed).isAfter(now);
        if (free && due && !resting.containsKey(push.hub())) {
            asking.add(feed);
            askers.execute(() -> answers.add(new Asked(feed, push, now, ask(feed, push))));
        }
    }

    private Answer ask(String feed, Push push) {
        try {
            Answer answer = hubs.ask(feed, push);
            LOG.info("asked the hub {} for {}: {}", push.hub(), push.topic(), answer);
            return answer;
        } catch (RuntimeException e) {
            LOG.error("asking the hub {} failed", push.hub(), e);
            return Answer.UNREACHED;
        }
    }

    private static boolean isSame(Push one, Push other) {
        return one != null && one.hub().equals(other.hub()) && one.topic().equals(other.topic());
    }
}
