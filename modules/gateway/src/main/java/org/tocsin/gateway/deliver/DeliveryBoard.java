package org.tocsin.gateway.deliver;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.gateway.board.Latest;

/**
 * The subscribers and the last of their deliveries, as every gateway shows them. What was taken is
 * held for a day, what failed until it is replayed, at most {@value #HELD} a subscriber.
 */
public final class DeliveryBoard {

    private static final int HELD = 5_000;

    private final Latest<Subscriber> subscribers = new Latest<>();
    private final Map<String, Map<String, Delivery>> bySubscriber = new ConcurrentHashMap<>();

    public Latest<Subscriber> subscribers() {
        return subscribers;
    }

    /** What the log says of a delivery; null where it was cleared. */
    public void put(String key, Delivery delivery) {
        bySubscriber.compute(
                Backlog.subscriberOf(key),
                (id, before) -> {
                    var held = before == null ? new LinkedHashMap<String, Delivery>() : before;
                    synchronized (held) {
                        // Taken out first, so that the map's order is that of the last change.
                        held.remove(key);
                        if (delivery != null) {
                            held.put(key, delivery);
                        }
                        if (held.size() > HELD) {
                            held.remove(held.keySet().iterator().next());
                        }
                        return held.isEmpty() ? null : held;
                    }
                });
    }

    /** Those of a subscriber, the last changed first. */
    public List<Delivery> of(String subscriber) {
        Map<String, Delivery> held = bySubscriber.getOrDefault(subscriber, Map.of());
        synchronized (held) {
            return held.values().stream()
                    .sorted(Comparator.comparing(Delivery::changed).reversed())
                    .toList();
        }
    }

    public Optional<Delivery> find(String subscriber, String event) {
        String key = Delivery.keyOf(subscriber, event);
        Map<String, Delivery> held = bySubscriber.getOrDefault(subscriber, Map.of());
        synchronized (held) {
            return Optional.ofNullable(held.get(key));
        }
    }

    /** How it goes with a subscriber; {@code last} is null where nothing was tried. */
    public record Health(int waiting, int failed, int taken, Instant last, Delivery latest) {}

    public Health health(String subscriber) {
        List<Delivery> held = of(subscriber);
        Delivery latest = held.stream().filter(d -> d.last() != null).findFirst().orElse(null);
        return new Health(
                count(held, Delivery.State.WAITING),
                count(held, Delivery.State.FAILED),
                count(held, Delivery.State.DELIVERED),
                latest == null ? null : latest.last(),
                latest);
    }

    private static int count(List<Delivery> held, Delivery.State state) {
        return (int) held.stream().filter(delivery -> delivery.state() == state).count();
    }
}
