package org.tocsin.app.role;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.tocsin.core.feed.Coverage;
import org.tocsin.ingestor.Ingestor;
import org.tocsin.ingestor.IngestorStatus;
import org.tocsin.ingestor.VisitNote;
import org.tocsin.ingestor.fetch.Purpose;

/** What an ingestor measures, under the names that dashboards know. */
final class IngestMeters {

    /** From "at once" to "an hour late": what an operator would want to be woken for. */
    private static final Duration[] LATENESS = {
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1)
    };

    private final Ingestor ingestor;
    private final MeterRegistry registry;

    private IngestMeters(Ingestor ingestor, MeterRegistry registry) {
        this.ingestor = ingestor;
        this.registry = registry;
    }

    static void bind(Ingestor ingestor, MeterRegistry registry) {
        var meters = new IngestMeters(ingestor, registry);
        meters.gauge("feeds", "Feeds that this ingestor follows", IngestorStatus::feeds);
        meters.gauge("in.flight", "Feeds being fetched or written", IngestorStatus::inFlight);
        meters.gauge("overdue", "Feeds that wait though due for a minute", IngestorStatus::overdue);
        meters.coverage();
        meters.visits();
        meters.traffic();
        PushMeters.bind(ingestor, registry);
    }

    private void gauge(String name, String means, ToIntFunction<IngestorStatus> value) {
        Gauge.builder("tocsin.ingest." + name, ingestor, from -> value.applyAsInt(from.status()))
                .description(means)
                .register(registry);
    }

    private void coverage() {
        for (Coverage.State state : Coverage.State.values()) {
            Gauge.builder(
                            "tocsin.ingest.coverage",
                            ingestor,
                            from -> from.coverage().getOrDefault(state, 0))
                    .description("Feeds that this ingestor follows, by what they give at present")
                    .tag("state", lower(state))
                    .register(registry);
        }
    }

    private void visits() {
        Timer late =
                Timer.builder("tocsin.ingest.delay")
                        .description("from when a feed was due until it was fetched")
                        .serviceLevelObjectives(LATENESS)
                        .register(registry);
        FunctionCounter.builder(
                        "tocsin.ingest.articles", ingestor, from -> from.status().articles())
                .description("Articles and revisions written to news.articles")
                .register(registry);
        ingestor.listen(
                visit -> {
                    visits(visit).increment();
                    if (visit.late() != null) {
                        late.record(visit.late());
                    }
                });
    }

    private Counter visits(VisitNote visit) {
        return Counter.builder("tocsin.ingest.visits")
                .description("Fetches of feeds, by what came of them")
                .tag("outcome", visit.report().outcome())
                .tag("cause", visit.failed() ? lower(visit.report().cause()) : "none")
                .register(registry);
    }

    private void traffic() {
        for (Purpose purpose : Purpose.values()) {
            FunctionCounter.builder(
                            "tocsin.ingest.answers",
                            ingestor,
                            from -> from.traffic().answers(purpose))
                    .description("Answers of servers, redirects included")
                    .tag("to", lower(purpose))
                    .register(registry);
            FunctionCounter.builder(
                            "tocsin.ingest.read", ingestor, from -> from.traffic().bytes(purpose))
                    .description("What they sent, unpacked")
                    .baseUnit("bytes")
                    .tag("to", lower(purpose))
                    .register(registry);
        }
    }

    private static String lower(Enum<?> name) {
        return name == null ? "none" : name.name().toLowerCase(Locale.ROOT);
    }
}
