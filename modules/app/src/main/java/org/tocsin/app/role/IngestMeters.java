package org.tocsin.app.role;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.tocsin.core.feed.Coverage;
import org.tocsin.ingestor.Ingestor;

/** What an ingestor counts, under the names that dashboards know. */
final class IngestMeters {

    private IngestMeters() {}

    static void bind(Ingestor ingestor, MeterRegistry registry) {
        Gauge.builder("tocsin.ingest.feeds", ingestor, from -> from.status().feeds())
                .description("Feeds that this ingestor follows")
                .register(registry);
        for (Coverage.State state : Coverage.State.values()) {
            Gauge.builder(
                            "tocsin.ingest.coverage",
                            ingestor,
                            from -> from.coverage().getOrDefault(state, 0))
                    .description("Feeds that this ingestor follows, by what they give at present")
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        FunctionCounter.builder("tocsin.ingest.visits", ingestor, from -> from.status().visits())
                .description("Fetches of feeds, whatever came of them")
                .register(registry);
        FunctionCounter.builder(
                        "tocsin.ingest.failures", ingestor, from -> from.status().failures())
                .description("Fetches of feeds that failed")
                .register(registry);
        FunctionCounter.builder(
                        "tocsin.ingest.articles", ingestor, from -> from.status().articles())
                .description("Articles and revisions written to news.articles")
                .register(registry);
    }
}
