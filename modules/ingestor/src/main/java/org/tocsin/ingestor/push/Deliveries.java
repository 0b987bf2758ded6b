package org.tocsin.ingestor.push;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.core.feed.FeedReport.Push;
import org.tocsin.core.feed.Pushed;
import org.tocsin.core.feed.Pushed.Kind;
import org.tocsin.ingestor.push.PushReader.Item;
import org.tocsin.ingestor.schedule.FollowedFeed;
import org.tocsin.ingestor.schedule.Schedule;
import org.tocsin.ingestor.subscribe.Subscription;
import org.tocsin.ingestor.visit.FeedVisitor;
import org.tocsin.ingestor.visit.Visit;

/**
 * Makes visits of what hubs told of our feeds: of one feed one after the other, and none while it
 * is being polled. Belongs to one thread; only reading and polling is done by others. Longer than
 * other classes, since an item's way from the log to its visit is easier to follow in one place.
 */
final class Deliveries {

    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

    private static final int MOST_WAITING = 200;
    private static final int MOST_UNDERWAY = 32;

    /** However often a hub says that there is something new, its feed is not asked more often. */
    private static final Duration BETWEEN_PINGS = Duration.ofSeconds(10);

    private final PushReader reader;
    private final FeedVisitor visitor;
    private final Executor readers;
    private final Map<String, Deque<Item>> waiting = new LinkedHashMap<>();
    private final Map<String, List<Item>> pings = new LinkedHashMap<>();
    private final Map<String, List<Item>> underway = new HashMap<>();

    /**
     * Feeds whose hub sent something else than a feed: it is the feed itself that must be asked.
     */
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    Deliveries(PushReader reader, FeedVisitor visitor, Executor readers) {
        this.reader = reader;
        this.visitor = visitor;
        this.readers = readers;
    }

    /** Takes in what is new, and hands the visits that come of it to {@code done}, soon. */
    void round(Schedule schedule, Consumer<Visit> done, Instant now) {
        if (waiting.values().stream().mapToInt(Deque::size).sum() < MOST_WAITING) {
            reader.poll().forEach(this::await);
        }
        for (String feed : List.copyOf(waiting.keySet())) {
            if (underway.size() < MOST_UNDERWAY) {
                deliver(feed, schedule, done, now);
            }
        }
        for (String feed : List.copyOf(pings.keySet())) {
            if (underway.size() < MOST_UNDERWAY) {
                poll(feed, schedule, done, now);
            }
        }
    }

    private void await(Item item) {
        String feed = item.pushed().feed();
        if (item.pushed().kind() == Kind.PING) {
            pings.computeIfAbsent(feed, id -> new ArrayList<>()).add(item);
        } else {
            waiting.computeIfAbsent(feed, id -> new ArrayDeque<>()).add(item);
        }
    }

    private void deliver(String feed, Schedule schedule, Consumer<Visit> done, Instant now) {
        Deque<Item> items = waiting.get(feed);
        FollowedFeed known = schedule.followed(feed);
        items.removeIf(item -> isPointless(item, known));
        if (items.isEmpty()) {
            waiting.remove(feed);
            return;
        }
        schedule.takeNow(feed)
                .ifPresent(
                        followed -> {
                            Item item = items.remove();
                            underway.put(feed, List.of(item));
                            begin(item.pushed(), followed, done, now);
                        });
    }

    /** About a feed that left us, a subscription that is another's by now, or another's to do. */
    private boolean isPointless(Item item, FollowedFeed known) {
        Pushed pushed = item.pushed();
        Push push = known == null || known.last() == null ? null : known.last().push();
        var callback = new Callback(pushed.feed(), pushed.hub(), pushed.topic());
        if (callback.isOf(push)) {
            return !reader.isOurs(item);
        }
        LOG.debug("{} for {}, which is not subscribed to that", pushed.kind(), pushed.feed());
        reader.done(item);
        return true;
    }

    private void begin(Pushed pushed, FollowedFeed followed, Consumer<Visit> done, Instant now) {
        FeedReport last = followed.last();
        Push push = last.push();
        switch (pushed.kind()) {
            case CONFIRMED -> {
                Duration lease = pushed.lease();
                Push next = Subscription.confirmed(push, lease, pushed.received(), now);
                done.accept(amended(last, next));
            }
            case ENDED, DENIED -> {
                LOG.info("{}: its hub says {} {}", last.url(), pushed.kind(), pushed.reason());
                done.accept(amended(last, Subscription.denied(push, pushed.received())));
            }
            case CONTENT -> readers.execute(() -> done.accept(read(pushed, followed)));
            case PING -> throw new IllegalStateException("a ping is no delivery");
        }
    }

    /** Only the subscription changes, to null for none; the rest of the report stands. */
    static Visit amended(FeedReport last, Push push) {
        return new Visit(last.redraft().push(push).report(), List.of());
    }

    /** Where it is no feed the report stays as it is, and the feed is asked instead. */
    private Visit read(Pushed pushed, FollowedFeed followed) {
        try {
            Optional<Visit> visit = visitor.receive(followed, pushed);
            if (visit.isPresent()) {
                return visit.get();
            }
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("reading a push for {} failed", followed.feed().url(), e);
        }
        unreadable.add(pushed.feed());
        return amended(followed.last(), followed.last().push());
    }

    private void poll(String feed, Schedule schedule, Consumer<Visit> done, Instant now) {
        List<Item> items = pings.get(feed);
        FollowedFeed known = schedule.followed(feed);
        items.removeIf(item -> isPointless(item, known));
        if (items.isEmpty()) {
            pings.remove(feed);
        } else if (!known.last().fetched().plus(BETWEEN_PINGS).isAfter(now)) {
            schedule.takeNow(feed)
                    .ifPresent(
                            followed -> {
                                underway.put(feed, pings.remove(feed));
                                readers.execute(() -> done.accept(visited(followed)));
                            });
        }
    }

    /** What the poll finds the hub did tell of, in its way. */
    private Visit visited(FollowedFeed followed) {
        Visit visit = visitor.visit(followed);
        FeedReport report = visit.report();
        Push heard = Subscription.heard(report.push());
        return new Visit(report.redraft().push(heard).report(), visit.articles());
    }

    /** The visit is over: written for good, or for nothing, and then its items come round again. */
    void settled(String feed, boolean written) {
        List<Item> items = underway.remove(feed);
        boolean isNoFeed = unreadable.remove(feed);
        if (items == null) {
            return;
        }
        if (isNoFeed) {
            pings.computeIfAbsent(feed, id -> new ArrayList<>()).addAll(items);
        } else if (written) {
            items.forEach(reader::done);
        } else {
            items.forEach(this::await);
        }
    }
}
