package org.tocsin.app.role;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tocsin.gateway.Gateway;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.stages.StageRunner;

/**
 * Something that runs in this process until it is closed.
 *
 * @param live false once only a new process can help
 * @param ready whether it does its work now
 * @param meters adds what it measures
 */
record Part(
        String name,
        BooleanSupplier live,
        BooleanSupplier ready,
        Consumer<MeterRegistry> meters,
        AutoCloseable work) {

    static Part of(StageRunner runner, Consumer<MeterRegistry> own) {
        return new Part(
                runner.name(),
                runner::isLive,
                runner::isReady,
                own.andThen(registry -> new KafkaStreamsMetrics(runner.streams()).bindTo(registry)),
                runner);
    }

    static Part of(Ingestor ingestor) {
        return new Part(
                "ingest",
                () -> true,
                () -> ingestor.status().ready(),
                registry -> IngestMeters.bind(ingestor, registry),
                ingestor);
    }

    /** The gateway measures for itself, on its own {@code /metrics}. */
    static Part of(Gateway gateway) {
        return new Part("serve", () -> true, gateway::isReady, registry -> {}, gateway);
    }
}
