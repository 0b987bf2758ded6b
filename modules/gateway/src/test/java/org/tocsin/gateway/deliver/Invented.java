package org.tocsin.gateway.deliver;

import java.time.Instant;
import java.util.List;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.Evidence;
import org.tocsin.core.watch.Severity;

/** Subscribers and alerts of these tests. */
final class Invented {

    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Invented() {}

    static Subscriber subscriber(Subscriber.Kind kind, String digest) {
        return new Subscriber(
                "desk",
                "The desk",
                kind,
                "https://desk.example/in",
                List.of(),
                Severity.LOW,
                List.of(),
                digest,
                Subscriber.State.ACTIVE,
                null,
                NOON,
                null,
                null,
                null,
                1);
    }

    static Alert alert(String id, String headline) {
        return new Alert(
                id,
                "thread " + id,
                1,
                "harbour",
                1,
                Alert.Kind.ESCALATED,
                Severity.HIGH,
                NOON,
                "x",
                "s",
                List.of("x"),
                2,
                headline,
                List.of(new Evidence("x", "text", 0, 5, "ferry", "ferry", null)));
    }

    static Delivery delivery(String id, Instant due) {
        return Delivery.of(alert(id, "Ferry to Sulmare halted"), "desk", NOON, due);
    }
}
