package org.tocsin.gateway.route;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.tocsin.core.deliver.Delivery;
import org.tocsin.core.deliver.Subscriber;
import org.tocsin.core.watch.Severity;
import org.tocsin.gateway.board.Boards;
import org.tocsin.gateway.deliver.Deliveries;
import org.tocsin.gateway.deliver.DeliveryBoard;
import org.tocsin.gateway.deliver.DeliveryMeters;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

/** The showroom's subscribers: one that is well, one that fails, one that is gone. */
final class DeliveryCorner {

    private final Deliveries deliveries;
    private final DeliveryBoard board;
    private final Instant now = Instant.now();

    DeliveryCorner() {
        Settings nowhere =
                Settings.from(
                        Map.of(
                                "TOCSIN_KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                                "TOCSIN_SCHEMA_REGISTRY_URL", "http://127.0.0.1:1"));
        Clock clock = Clock.systemUTC();
        deliveries =
                new Deliveries(
                        nowhere,
                        new AvroSerdes(nowhere.registry()),
                        new Deliveries.Clocks(clock, clock),
                        new DeliveryMeters(new SimpleMeterRegistry()));
        board = deliveries.board();
    }

    List<Routes> routes(Boards boards) {
        furnish();
        return List.of(
                new SubscriberRoutes(boards.watchlists(), deliveries),
                new DeliveryRoutes(deliveries));
    }

    DeliveryBoard board() {
        return board;
    }

    private void furnish() {
        add(
                "night-desk",
                "Night desk",
                Subscriber.Kind.WEBHOOK,
                "https://desk.example/alerts",
                null);
        add(
                "mena",
                "MENA channel",
                Subscriber.Kind.SLACK,
                "https://hooks.slack.example/services/T/B/x7Qz",
                null);
        add(
                "editors",
                "Editors",
                Subscriber.Kind.EMAIL,
                "ada@desk.example, bob@desk.example",
                "07:00 Europe/London");
        board.subscribers()
                .get("mena")
                .ifPresent(
                        mena ->
                                board.subscribers()
                                        .put(
                                                "mena",
                                                mena.in(
                                                        Subscriber.State.DISABLED,
                                                        "it answered 410: gone")));
        for (int i = 0; i < 6; i++) {
            Instant then = now.minus(Duration.ofMinutes(7L * i + 1));
            Delivery delivery =
                    Delivery.of(
                            News.alert("d" + i, 1, "Ferry to Sulmare halted, port shut"),
                            "night-desk",
                            then,
                            then);
            var attempt = new Delivery.Attempt(then, i % 3 == 1 ? 503 : 204, 85 + i);
            put(
                    i % 3 == 1
                            ? delivery.refused(attempt, "it answered 503", Duration.ZERO)
                            : delivery.delivered(attempt));
        }
        Delivery gone = Delivery.of(News.alert("g", 1, "عبّارة سولماري تتوقف"), "mena", now, now);
        put(gone.failed(new Delivery.Attempt(now, 410, 40), "it said that it is gone"));
    }

    private void put(Delivery delivery) {
        board.put(delivery.key(), delivery);
    }

    private void add(String id, String title, Subscriber.Kind kind, String address, String digest) {
        board.subscribers()
                .put(
                        id,
                        new Subscriber(
                                id,
                                title,
                                kind,
                                address,
                                List.of(),
                                Severity.HIGH,
                                List.of(),
                                digest,
                                Subscriber.State.ACTIVE,
                                null,
                                now,
                                null,
                                null,
                                null,
                                1));
    }
}
