package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;

/**
 * What waits for one subscriber, soonest first, and how fast it may be told: few at a time, so that
 * a slow one is not flooded, and to a channel no more than a message a second, which is what Slack
 * and Teams take.
 */
final class Lane {

    private static final int AT_ONCE = 4;
    private static final int LONGEST_DIGEST = 200;
    private static final Duration CHANNEL_PACE = Duration.ofMillis(1_100);

    /** An attempt is under way; its outcome is not written yet. */
    private static final long UNDER_WAY = Long.MAX_VALUE;

    private final Map<String, Delivery> byKey = new HashMap<>();
    private final TreeSet<Delivery> soonest =
            new TreeSet<>(
                    Comparator.comparing(Delivery::next)
                            .thenComparing(Delivery::queued)
                            .thenComparing(Delivery::event));

    /** Keys under way, and the offset at which the log will tell their outcome. */
    private final Map<String, Long> underWay = new HashMap<>();

    private Instant notBefore = Instant.MIN;
    private Instant lastTaken = Instant.MIN;

    /** What the log says of a key; null where it was cleared. */
    void put(String key, Delivery delivery, long offset) {
        Delivery before = byKey.remove(key);
        if (before != null) {
            soonest.remove(before);
        }
        underWay.computeIfPresent(key, (k, told) -> offset >= told ? null : told);
        if (delivery == null) {
            return;
        }
        if (delivery.state() == Delivery.State.WAITING) {
            byKey.put(key, delivery);
            soonest.add(delivery);
        } else if (delivery.state() == Delivery.State.DELIVERED) {
            lastTaken = lastTaken.isAfter(delivery.last()) ? lastTaken : delivery.last();
        }
    }

    /** What may go out now, each time a batch; those in it are under way from then on. */
    List<Batch> take(Subscriber subscriber, Instant now) {
        var batches = new ArrayList<Batch>();
        int atOnce =
                subscriber.kind() == Subscriber.Kind.WEBHOOK && subscriber.digest() == null
                        ? AT_ONCE
                        : 1;
        int most = subscriber.digest() == null ? 1 : LONGEST_DIGEST;
        while (underWay.size() < atOnce && !now.isBefore(notBefore)) {
            List<Delivery> due = due(now, most);
            if (due.isEmpty()) {
                break;
            }
            due.forEach(delivery -> underWay.put(delivery.key(), UNDER_WAY));
            batches.add(new Batch(subscriber, due));
            if (subscriber.kind() != Subscriber.Kind.WEBHOOK) {
                notBefore = now.plus(CHANNEL_PACE);
            }
        }
        return batches;
    }

    private List<Delivery> due(Instant now, int most) {
        var due = new ArrayList<Delivery>();
        for (Delivery delivery : soonest) {
            if (due.size() == most || delivery.next().isAfter(now)) {
                break;
            }
            if (!underWay.containsKey(delivery.key())) {
                due.add(delivery);
            }
        }
        // A test is no part of a digest.
        List<Delivery> alerts = due.stream().filter(delivery -> delivery.alert() != null).toList();
        return alerts.isEmpty() || alerts.size() == due.size()
                ? due.subList(0, Math.min(due.size(), alerts.isEmpty() ? 1 : most))
                : alerts;
    }

    /** The outcome stands in the log at that offset. */
    void written(String key, long offset) {
        underWay.computeIfPresent(key, (k, told) -> offset);
    }

    void pause(Instant until) {
        notBefore = notBefore.isAfter(until) ? notBefore : until;
    }

    /** Whether the subscriber took anything after that time. */
    boolean tookAnythingSince(Instant time) {
        return lastTaken.isAfter(time);
    }

    int waiting() {
        return byKey.size();
    }
}
