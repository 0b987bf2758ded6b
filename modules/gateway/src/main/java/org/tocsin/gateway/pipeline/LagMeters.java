package org.tocsin.gateway.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tocsin.gateway.pipeline.Pipeline.Partition;
import org.tocsin.gateway.pipeline.Pipeline.Stage;

/**
 * The stages' lag as metrics, for all stages wherever they run: every gateway shows the same, so
 * take the maximum over them.
 */
public final class LagMeters implements Consumer<Pipeline> {

    private final MultiGauge lag;
    private final MultiGauge behind;
    private final MultiGauge instances;

    public LagMeters(MeterRegistry meters) {
        lag =
                MultiGauge.builder("tocsin.consumer.lag")
                        .description("Records that a stage has not done yet, by partition")
                        .register(meters);
        behind =
                MultiGauge.builder("tocsin.consumer.behind")
                        .description("How long ago its topics ended where a stage stands now")
                        .baseUnit("seconds")
                        .register(meters);
        instances =
                MultiGauge.builder("tocsin.stage.instances")
                        .description("Threads that run a stage; 0 when nobody does")
                        .register(meters);
    }

    @Override
    public void accept(Pipeline pipeline) {
        var lags = new ArrayList<Row<?>>();
        var delays = new ArrayList<Row<?>>();
        var counts = new ArrayList<Row<?>>();
        for (Stage stage : pipeline.stages()) {
            Tags name = Tags.of("stage", stage.stage());
            counts.add(Row.of(name, stage.instances().size()));
            lags.addAll(lags(stage, name));
            if (stage.behind() != null) {
                delays.add(Row.of(name, stage.behind().time().toMillis() / 1e3));
            }
        }
        // Figures that are no longer true would look as if all went well.
        boolean isKnown = pipeline.trouble() == null;
        lag.register(isKnown ? lags : List.of(), true);
        behind.register(isKnown ? delays : List.of(), true);
        instances.register(isKnown ? counts : List.of(), true);
    }

    private static List<Row<?>> lags(Stage stage, Tags name) {
        var rows = new ArrayList<Row<?>>();
        for (Partition at : stage.partitions()) {
            if (at.lag() != null) {
                String number = Integer.toString(at.partition());
                rows.add(Row.of(name.and("topic", at.topic(), "partition", number), at.lag()));
            }
        }
        return rows;
    }
}
