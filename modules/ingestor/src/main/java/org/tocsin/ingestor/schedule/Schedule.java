package org.tocsin.ingestor.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;
import org.tocsin.ingestor.schedule.HostLine.Slot;

/**
 * The feeds of this instance, by when they are due. Belongs to one thread. Longer than most classes
 * because all its maps change together.
 *
 * <p>A feed that was handed out is in flight until {@link #finish} or {@link #putBack}; its host is
 * busy meanwhile, and no further feed of that host is handed out. Feeds wait in one line a host and
 * only open lines are looked at, so a round costs what it hands out, however many wait at a busy
 * host.
 */
public final class Schedule {

    /** So that a host of very many feeds does not hold up their reports. */
    private static final int LONGEST_TURN = 20;

    private record Entry(FollowedFeed followed, int partition, String host, Slot slot) {}

    private record Known(FeedReport report, int partition) {}

    /**
     * A feed that is out, {@code left} where we do not follow it any more and only put its report
     * right; {@code lost} once its partition was another's, even if it came back.
     */
    private record Flight(String host, int partition, boolean left, boolean lost) {

        Flight losing() {
            return new Flight(host, partition, left, true);
        }
    }

    private final Map<String, Entry> feeds = new HashMap<>();
    private final Map<String, Known> reports = new HashMap<>();
    private final Map<String, Flight> inFlight = new HashMap<>();
    private final Map<String, HostLine> hosts = new HashMap<>();

    /** The lines of the hosts that are not busy and where somebody waits. */
    private final TreeSet<HostLine> open = new TreeSet<>(HostLine.BY_FIRST);

    /** Follows the feed from now on, as it is configured here. */
    public void follow(Feed feed, int partition) {
        unfollow(feed.id());
        if (!feed.enabled()) {
            return;
        }
        Known known = reports.get(feed.id());
        var followed = new FollowedFeed(feed, known == null ? null : known.report());
        var slot = new Slot(followed.dueAt(), feed.id());
        var entry = new Entry(followed, partition, followed.host(), slot);
        feeds.put(feed.id(), entry);
        if (!inFlight.containsKey(feed.id())) {
            change(entry.host(), line -> line.add(slot));
        }
    }

    /** Follows it no longer; what was known of it stays, in case it comes back. */
    public void unfollow(String feedId) {
        Entry entry = feeds.remove(feedId);
        if (entry != null) {
            change(entry.host(), line -> line.remove(entry.slot()));
        }
    }

    /** Takes over what an earlier fetch came to, by this instance or another. */
    public void remember(FeedReport report, int partition) {
        reports.put(report.feed(), new Known(report, partition));
        Entry entry = feeds.get(report.feed());
        if (entry != null) {
            follow(entry.followed().feed(), entry.partition());
        }
    }

    /** These partitions belong to another instance now, with their feeds. */
    public void release(Collection<Integer> partitions) {
        release(partition -> partitions.contains(partition));
    }

    /** Nothing is ours any more; what is in flight is for nothing. */
    public void releaseAll() {
        release(partition -> true);
    }

    private void release(Predicate<Integer> leaving) {
        feeds.entrySet().stream()
                .filter(entry -> leaving.test(entry.getValue().partition()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::unfollow);
        reports.values().removeIf(known -> leaving.test(known.partition()));
        // Another may fetch and tell meanwhile: what these bring is stale, even if they come back.
        inFlight.replaceAll((feed, out) -> leaving.test(out.partition()) ? out.losing() : out);
    }

    /** As below, from any host. */
    public Collection<List<FollowedFeed>> take(Instant now, int most) {
        return take(now, most, host -> true);
    }

    /**
     * The feeds that are due, longest overdue first, at most {@code most}, and in flight from now
     * on. Each list is one host's turn: its feeds are to be asked one after the other. A host that
     * is not {@code admitted} keeps its place; one that is admitted has a turn.
     */
    public Collection<List<FollowedFeed>> take(Instant now, int most, Predicate<String> admitted) {
        var lines = new ArrayList<HostLine>();
        for (HostLine line : open) {
            if (line.first().due().isAfter(now) || lines.size() >= most) {
                break;
            }
            if (admitted.test(line.host())) {
                lines.add(line);
            }
        }
        var turns = new ArrayList<List<FollowedFeed>>();
        int left = most;
        for (HostLine line : lines) {
            // Each admitted host has its turn, so that the first do not take the share of the last.
            int share =
                    Math.max(1, Math.min(LONGEST_TURN, left - (lines.size() - turns.size() - 1)));
            List<FollowedFeed> turn = turn(line, now, share);
            turns.add(turn);
            left -= turn.size();
        }
        return turns;
    }

    private List<FollowedFeed> turn(HostLine line, Instant now, int most) {
        var turn = new ArrayList<FollowedFeed>();
        open.remove(line);
        while (turn.size() < most && line.isWaiting() && !line.first().due().isAfter(now)) {
            turn.add(send(line, line.first()));
        }
        return turn;
    }

    private FollowedFeed send(HostLine line, Slot slot) {
        Entry entry = feeds.get(slot.feed());
        line.remove(slot);
        line.leave();
        inFlight.put(slot.feed(), new Flight(line.host(), entry.partition(), false, false));
        return entry.followed();
    }

    /**
     * The feed out of turn, in flight from now on; empty where it is in flight already, or not
     * followed.
     */
    public Optional<FollowedFeed> takeNow(String feedId) {
        Entry entry = feeds.get(feedId);
        if (entry == null || inFlight.containsKey(feedId)) {
            return Optional.empty();
        }
        HostLine line = hosts.get(entry.host());
        open.remove(line);
        return Optional.of(send(line, entry.slot()));
    }

    /** The same for the report of a feed that left us, so that it can be put right; else false. */
    public boolean takeLeft(String feedId) {
        Known known = reports.get(feedId);
        if (known == null || feeds.containsKey(feedId) || inFlight.containsKey(feedId)) {
            return false;
        }
        String host = FollowedFeed.host(known.report().url());
        change(host, HostLine::leave);
        inFlight.put(feedId, new Flight(host, known.partition(), true, false));
        return true;
    }

    /** The last reports that speak of a subscription, also of feeds that left us. */
    public List<FeedReport> subscribed() {
        return reports.values().stream()
                .map(Known::report)
                .filter(report -> report.push() != null)
                .toList();
    }

    /** The feed and what is known of it; null where it is not ours, or no longer. */
    public FollowedFeed followed(String feedId) {
        Entry entry = feeds.get(feedId);
        return entry == null ? null : entry.followed();
    }

    /** How many of the feeds are in each state. */
    public Map<Coverage.State, Integer> coverage() {
        var counts = new EnumMap<Coverage.State, Integer>(Coverage.State.class);
        for (Entry entry : feeds.values()) {
            FeedReport last = entry.followed().last();
            counts.merge(last == null ? Coverage.State.LIVE : last.coverage(), 1, Integer::sum);
        }
        return counts;
    }

    /** Whether the fetch of this feed still concerns us. */
    public boolean isOurs(String feedId) {
        Flight flight = inFlight.get(feedId);
        return flight != null && !flight.lost() && (flight.left() || feeds.containsKey(feedId));
    }

    /** The partition that a feed in flight belongs to. */
    public int partitionOf(String feedId) {
        return inFlight.get(feedId).partition();
    }

    /** The fetch is over and reported, or was for nothing where the feed left us meanwhile. */
    public void finish(FeedReport report) {
        boolean ours = isOurs(report.feed());
        int partition = ours ? partitionOf(report.feed()) : 0;
        putBack(report.feed());
        if (ours) {
            remember(report, partition);
        }
    }

    /** The feed was not fetched, or for nothing: it waits again where it still is ours. */
    public void putBack(String feedId) {
        Flight flight = inFlight.remove(feedId);
        if (flight == null) {
            return;
        }
        change(flight.host(), HostLine::comeBack);
        Entry entry = feeds.get(feedId);
        if (entry != null) {
            follow(entry.followed().feed(), entry.partition());
        }
    }

    /** A line's place among the open ones depends on what changes in it. */
    private void change(String host, Consumer<HostLine> change) {
        HostLine line = hosts.computeIfAbsent(host, HostLine::new);
        if (line.isOpen()) {
            open.remove(line);
        }
        change.accept(line);
        if (line.isOpen()) {
            open.add(line);
        } else if (line.isForgettable()) {
            hosts.remove(host);
        }
    }

    public int size() {
        return feeds.size();
    }

    public int inFlight() {
        return inFlight.size();
    }

    /** How many feeds wait that should have been fetched by then; looks at every host. */
    public int overdue(Instant by) {
        return hosts.values().stream().mapToInt(line -> line.overdue(by)).sum();
    }
}
