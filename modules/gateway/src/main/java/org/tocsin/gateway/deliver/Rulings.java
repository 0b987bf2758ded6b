package org.tocsin.gateway.deliver;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;

/** What follows from an alert, from an attempt and from the time, as records of deliveries. */
final class Rulings {

    /** More than these for a subscriber that does not take them are given up at once. */
    private static final int MOST_WAITING = 5_000;

    private final Courier.Plan plan;
    private final Backlog backlog;
    private final Letterbox letterbox;

    Rulings(Courier.Plan plan, Backlog backlog, Letterbox letterbox) {
        this.plan = plan;
        this.backlog = backlog;
        this.letterbox = letterbox;
    }

    /** A delivery for each subscriber that wants the alert and has none of it. */
    List<ProducerRecord<String, byte[]>> of(Alert alert) {
        Instant now = plan.clock().instant();
        return plan.board().subscribers().values().stream()
                .filter(subscriber -> subscriber.wants(alert))
                .filter(s -> plan.board().find(s.id(), alert.id()).isEmpty())
                .map(subscriber -> queued(alert, subscriber, now))
                .map(letterbox::record)
                .toList();
    }

    private Delivery queued(Alert alert, Subscriber subscriber, Instant now) {
        Instant due = subscriber.nextAfter(now);
        Delivery delivery = Delivery.of(alert, subscriber.id(), now, due);
        return plan.board().health(subscriber.id()).waiting() < MOST_WAITING
                ? delivery
                : delivery.failed(
                        new Delivery.Attempt(now, 0, 0), "too many were waiting before it");
    }

    /** How the deliveries of a batch stand after it was sent. */
    List<ProducerRecord<String, byte[]>> of(Attempts.Attempted attempted) {
        Subscriber subscriber = attempted.batch().subscriber();
        Outcome outcome = attempted.outcome();
        Instant at = attempted.at();
        plan.care().meters().attempted(subscriber.kind(), outcome);
        if (outcome.pause().compareTo(Duration.ZERO) > 0) {
            lane(subscriber.id()).ifPresent(lane -> lane.pause(at.plus(outcome.pause())));
        }
        List<Delivery> after =
                attempted.batch().deliveries().stream()
                        .map(delivery -> outcome.on(delivery, at))
                        .toList();
        after.forEach(delivery -> consider(delivery, outcome));
        return after.stream().map(letterbox::record).toList();
    }

    /** Who says that it is gone, or took nothing for as long as the table lasts, is left alone. */
    private void consider(Delivery after, Outcome outcome) {
        if (outcome.verdict() == Outcome.Verdict.GONE) {
            plan.care().gone().disable(after.subscriber(), "it answered 410: gone");
        } else if (outcome.verdict() == Outcome.Verdict.REFUSED
                && after.state() == Delivery.State.FAILED
                && lane(after.subscriber())
                        .filter(lane -> lane.tookAnythingSince(after.queued()))
                        .isEmpty()) {
            plan.care().gone().disable(after.subscriber(), "it took nothing for three days");
        }
    }

    private Optional<Lane> lane(String subscriber) {
        return backlog.lane(letterbox.partitionOf(subscriber), subscriber);
    }

    /** What nobody needs any more of that partition is cleared. */
    List<ProducerRecord<String, byte[]>> of(Instant now, int partition) {
        return backlog.spent(partition, now, plan.board().subscribers()::get).stream()
                .map(letterbox::cleared)
                .toList();
    }
}
