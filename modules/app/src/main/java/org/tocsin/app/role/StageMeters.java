package org.tocsin.app.role;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.ToLongFunction;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.stages.Stage;
import org.tocsin.stages.dedupe.DedupeFigures;
import org.tocsin.stages.dedupe.DedupeFigures.Held;
import org.tocsin.stages.dedupe.DedupeStage;

/** What stages measure beyond what Kafka Streams does, under the names that dashboards know. */
final class StageMeters {

    private final DedupeFigures figures;
    private final MeterRegistry registry;

    private StageMeters(DedupeFigures figures, MeterRegistry registry) {
        this.figures = figures;
        this.registry = registry;
    }

    static void bind(Stage stage, MeterRegistry registry) {
        if (stage instanceof DedupeStage dedupe) {
            new StageMeters(dedupe.figures(), registry).bind();
        }
    }

    private void bind() {
        held("articles", "Articles whose copies would be found", Held::articles);
        held("items", "Names of items that would be known again", Held::items);
        held("stories", "Stories that may go on", Held::stories);
        held("keys", "Fingerprints and terms that lead to an article", Held::keys);
        held("bytes", "What the articles take in memory, without the ways to them", Held::bytes);
        held("waiting", "Articles that wait for those fetched before them", Held::waiting);
        counter("late", "Articles told after some that were fetched later", DedupeFigures::late);
        counter("lookups", "Fingerprints and terms looked up", DedupeFigures::lookups);
        counter("candidates", "Articles read to compare with", DedupeFigures::candidates);
        for (Verdict.Kind kind : Verdict.Kind.values()) {
            FunctionCounter.builder("tocsin.dedupe.verdicts", figures, from -> from.verdicts(kind))
                    .description("Articles told, by what they are")
                    .tag("verdict", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void held(String name, String means, ToLongFunction<Held> value) {
        Gauge.builder("tocsin.dedupe." + name, figures, from -> value.applyAsLong(from.held()))
                .description(means)
                .register(registry);
    }

    private void counter(String name, String means, ToLongFunction<DedupeFigures> value) {
        FunctionCounter.builder("tocsin.dedupe." + name, figures, value::applyAsLong)
                .description(means)
                .register(registry);
    }
}
