package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;

/**
 * The deliveries of the partitions in this gateway's care, as the log tells them. Used by one
 * thread.
 */
final class Backlog {

    /** How long it is shown that something was taken, and that it was given up. */
    private static final Duration TAKEN_SHOWN = Duration.ofDays(1);

    private static final Duration KEPT = Duration.ofDays(30);

    private final Map<Integer, Partition> partitions = new HashMap<>();

    private static final class Partition {
        final Map<String, Lane> lanes = new HashMap<>();
        final Map<String, Instant> ends = new HashMap<>();
    }

    /** What the log says of a key there; null where it was cleared. */
    void put(int partition, long offset, String key, Delivery delivery) {
        Partition at = partitions.computeIfAbsent(partition, p -> new Partition());
        at.lanes.computeIfAbsent(subscriberOf(key), s -> new Lane()).put(key, delivery, offset);
        if (delivery == null) {
            at.ends.remove(key);
        } else {
            at.ends.put(key, end(delivery));
        }
    }

    private static Instant end(Delivery delivery) {
        return delivery.state() == Delivery.State.DELIVERED
                ? delivery.last().plus(TAKEN_SHOWN)
                : delivery.queued().plus(KEPT);
    }

    /** Ids have no slash. */
    static String subscriberOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }

    /** Somebody else's from now on. */
    void forget(int partition) {
        partitions.remove(partition);
    }

    /** What may go out now to subscribers that are active. */
    List<Batch> take(int partition, Instant now, Function<String, Optional<Subscriber>> known) {
        var batches = new ArrayList<Batch>();
        lanes(partition)
                .forEach(
                        (id, lane) ->
                                known.apply(id)
                                        .filter(s -> s.state() == Subscriber.State.ACTIVE)
                                        .ifPresent(s -> batches.addAll(lane.take(s, now))));
        return batches;
    }

    /** Keys that nobody needs any more: too old, or of a subscriber that is no more. */
    List<String> spent(int partition, Instant now, Function<String, Optional<Subscriber>> known) {
        Partition at = partitions.get(partition);
        return at == null
                ? List.of()
                : at.ends.entrySet().stream()
                        .filter(
                                end ->
                                        end.getValue().isBefore(now)
                                                || known.apply(subscriberOf(end.getKey()))
                                                        .isEmpty())
                        .map(Map.Entry::getKey)
                        .toList();
    }

    Optional<Lane> lane(int partition, String subscriber) {
        return Optional.ofNullable(lanes(partition).get(subscriber));
    }

    private Map<String, Lane> lanes(int partition) {
        Partition at = partitions.get(partition);
        return at == null ? Map.of() : at.lanes;
    }

    int waiting() {
        return partitions.values().stream()
                .flatMap(at -> at.lanes.values().stream())
                .mapToInt(Lane::waiting)
                .sum();
    }
}
