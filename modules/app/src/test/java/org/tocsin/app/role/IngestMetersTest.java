package org.tocsin.app.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.fetch.AddressGuard;
import org.tocsin.wire.avro.AvroSerdes;
import org.tocsin.wire.settings.Settings;

class IngestMetersTest {

    private static final String REGISTRY = "mock://meters";

    private final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tocsin_ingest_delay_seconds_bucket{le=\"1.0\"}",
                "tocsin_ingest_feeds ",
                "tocsin_ingest_in_flight ",
                "tocsin_ingest_overdue ",
                "tocsin_ingest_articles_total ",
                "tocsin_ingest_answers_total{to=\"page\"}",
                "tocsin_ingest_read_bytes_total{to=\"feed\"}"
            })
    void showsWhatDashboardsAskFor(String name) {
        bind();

        assertThat(meters.scrape()).contains(name);
    }

    /** Not started: what it measures is there from the beginning. */
    private void bind() {
        Settings settings = Settings.from(Map.of()).at("127.0.0.1:1", REGISTRY);
        var serdes = new AvroSerdes(Map.of("schema.registry.url", REGISTRY));
        var ingestor = new Ingestor(settings, serdes, Clock.systemUTC(), AddressGuard.publicOnly());
        IngestMeters.bind(ingestor, meters);
    }
}
