package org.tocsin.gateway.deliver;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.tocsin.core.deliver.Subscriber;

/** What is measured of the deliveries in this gateway's care. */
public final class DeliveryMeters {

    private final MeterRegistry registry;
    private final AtomicInteger waiting = new AtomicInteger();

    public DeliveryMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("tocsin.deliveries.waiting", waiting, AtomicInteger::get)
                .description("deliveries in this gateway's care that wait for their next attempt")
                .register(registry);
    }

    void attempted(Subscriber.Kind kind, Outcome outcome) {
        Timer.builder("tocsin.delivery.attempts")
                .description("attempts to deliver, by what came of them")
                .tag("kind", kind.id())
                .tag("outcome", outcome.verdict().name().toLowerCase(Locale.ROOT))
                .register(registry)
                .record(Duration.ofMillis(outcome.millis()));
    }

    void waiting(int count) {
        waiting.set(count);
    }
}
