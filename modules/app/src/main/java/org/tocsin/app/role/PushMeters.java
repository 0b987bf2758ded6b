package org.tocsin.app.role;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToIntFunction;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.push.PushStatus;

/** What an ingestor measures of hubs; all zero without a public address for them. */
record PushMeters(Ingestor ingestor, MeterRegistry registry) {

    static void bind(Ingestor ingestor, MeterRegistry registry) {
        var meters = new PushMeters(ingestor, registry);
        meters.subscriptions("asked", PushStatus::asked);
        meters.subscriptions("active", PushStatus::active);
        meters.subscriptions("silent", PushStatus::silent);
        meters.subscriptions("denied", PushStatus::denied);
        FunctionCounter.builder(
                        "tocsin.push.accepted", ingestor, from -> from.pushStatus().accepted())
                .description("What hubs told this ingestor, of whosever feeds")
                .register(registry);
        FunctionCounter.builder(
                        "tocsin.push.refused", ingestor, from -> from.pushStatus().refused())
                .description("Requests to no callback of ours, or not signed as agreed")
                .register(registry);
    }

    private void subscriptions(String state, ToIntFunction<PushStatus> count) {
        Gauge.builder(
                        "tocsin.push.subscriptions",
                        ingestor,
                        from -> count.applyAsInt(from.pushStatus()))
                .description("WebSub subscriptions of the feeds that this ingestor follows")
                .tag("state", state)
                .register(registry);
    }
}
