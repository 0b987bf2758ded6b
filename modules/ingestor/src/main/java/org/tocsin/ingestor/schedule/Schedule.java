package org.tocsin.ingestor.schedule;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tocsin.core.feed.Coverage;
import org.tocsin.core.feed.Feed;
import org.tocsin.core.feed.FeedReport;

/**
 * The feeds of this instance, by when they are due. Belongs to one thread.
 *
 * <p>A feed that was handed out is in flight until {@link #finish} or until it is no longer ours;
 * its host is busy meanwhile, and no further feed of that host is handed out.
 */
public final class Schedule {

    /** So that a host of very many feeds does not hold up their reports. */
    private static final int LONGEST_TURN = 20;

    private record Slot(Instant due, String feed) {}

    private record Entry(FollowedFeed followed, int partition, Slot slot) {}

    private final Map<String, Entry> feeds = new HashMap<>();
    private final Map<String, FeedReport> reports = new HashMap<>();
    private final Map<String, Integer> partitionOfReport = new HashMap<>();
    private final Map<String, String> inFlight = new HashMap<>();

    /** Feeds in flight that are followed no longer, of which there is something to put right. */
    private final Set<String> left = new HashSet<>();

    /** How many feeds of a host's turn are still out. */
    private final Map<String, Integer> busyHosts = new HashMap<>();

    private final TreeSet<Slot> waiting =
            new TreeSet<>(Comparator.comparing(Slot::due).thenComparing(Slot::feed));

    /** Follows the feed from now on, as it is configured here. */
    public void follow(Feed feed, int partition) {
        unfollow(feed.id());
        if (!feed.enabled()) {
            return;
        }
        var followed = new FollowedFeed(feed, reports.get(feed.id()));
        var slot = new Slot(followed.dueAt(), feed.id());
        feeds.put(feed.id(), new Entry(followed, partition, slot));
        if (!inFlight.containsKey(feed.id())) {
            waiting.add(slot);
        }
    }

    /** Follows it no longer; what was known of it stays, in case it comes back. */
    public void unfollow(String feedId) {
        Entry entry = feeds.remove(feedId);
        if (entry != null) {
            waiting.remove(entry.slot());
        }
    }

    /** Takes over what an earlier fetch came to, by this instance or another. */
    public void remember(FeedReport report, int partition) {
        reports.put(report.feed(), report);
        partitionOfReport.put(report.feed(), partition);
        Entry entry = feeds.get(report.feed());
        if (entry != null) {
            follow(entry.followed().feed(), entry.partition());
        }
    }

    /** These partitions belong to another instance now, with their feeds. */
    public void release(Collection<Integer> partitions) {
        feeds.entrySet().stream()
                .filter(entry -> partitions.contains(entry.getValue().partition()))
                .map(Map.Entry::getKey)
                .toList()
                .forEach(this::unfollow);
        partitionOfReport.entrySet().removeIf(entry -> partitions.contains(entry.getValue()));
        reports.keySet().retainAll(partitionOfReport.keySet());
        left.retainAll(reports.keySet());
    }

    /**
     * The feeds that are due, longest overdue first, at most {@code most}, and in flight from now
     * on. Each list is one host's turn: its feeds are to be asked one after the other.
     */
    public Collection<List<FollowedFeed>> take(Instant now, int most) {
        var turns = new LinkedHashMap<String, List<FollowedFeed>>();
        var slots = new ArrayList<Slot>();
        for (Slot slot : waiting) {
            if (slot.due().isAfter(now) || slots.size() >= most) {
                break;
            }
            FollowedFeed followed = feeds.get(slot.feed()).followed();
            String host = host(followed.feed().url());
            List<FollowedFeed> turn = turns.computeIfAbsent(host, name -> new ArrayList<>());
            if (!busyHosts.containsKey(host) && turn.size() < LONGEST_TURN) {
                turn.add(followed);
                slots.add(slot);
                inFlight.put(slot.feed(), host);
            }
        }
        waiting.removeAll(slots);
        turns.values().removeIf(List::isEmpty);
        turns.forEach((host, turn) -> busyHosts.put(host, turn.size()));
        return turns.values();
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

    /**
     * The feed out of turn, in flight from now on; empty where it is in flight already, or not
     * followed.
     */
    public Optional<FollowedFeed> takeNow(String feedId) {
        Entry entry = feeds.get(feedId);
        if (entry == null || inFlight.containsKey(feedId)) {
            return Optional.empty();
        }
        waiting.remove(entry.slot());
        fly(feedId, host(entry.followed().feed().url()));
        return Optional.of(entry.followed());
    }

    /** The same for the report of a feed that left us, so that it can be put right; else false. */
    public boolean takeLeft(String feedId) {
        FeedReport report = reports.get(feedId);
        if (report == null || feeds.containsKey(feedId) || inFlight.containsKey(feedId)) {
            return false;
        }
        left.add(feedId);
        fly(feedId, host(report.url()));
        return true;
    }

    private void fly(String feedId, String host) {
        inFlight.put(feedId, host);
        busyHosts.merge(host, 1, Integer::sum);
    }

    /** The last reports that speak of a subscription, also of feeds that left us. */
    public List<FeedReport> subscribed() {
        return reports.values().stream().filter(report -> report.push() != null).toList();
    }

    /** Whether the fetch of this feed still concerns us. */
    public boolean isOurs(String feedId) {
        boolean known = feeds.containsKey(feedId) || left.contains(feedId);
        return known && inFlight.containsKey(feedId);
    }

    /** The fetch is over and reported, or was for nothing where the feed left us meanwhile. */
    public void finish(FeedReport report) {
        Entry entry = feeds.get(report.feed());
        String host = inFlight.remove(report.feed());
        if (host != null) {
            busyHosts.computeIfPresent(host, (name, left) -> left > 1 ? left - 1 : null);
        }
        if (host != null && entry != null) {
            remember(report, entry.partition());
        }
        if (left.remove(report.feed())) {
            reports.put(report.feed(), report);
        }
    }

    public int size() {
        return feeds.size();
    }

    public int inFlight() {
        return inFlight.size();
    }

    private static String host(String url) {
        try {
            String authority = URI.create(url).getAuthority();
            return authority == null ? url : authority.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return url;
        }
    }
}
