package org.tocsin.stages.watch;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.core.watch.hush.Mutes;
import org.tocsin.core.watch.thread.Rings;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.WatchlistWatcher;

/** Decides rules over a span of time and budgets, each where all of its watchlist arrives. */
record WatchWindows(Rulebook rulebook, Mutes mutes, Duration window)
        implements ProcessorSupplier<String, Queued, String, Decided> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        var stores = new LinkedHashSet<>(WindowStores.builders());
        stores.addAll(BudgetStores.builders());
        stores.add(HitLine.store());
        return stores;
    }

    @Override
    public Processor<String, Queued, String, Decided> get() {
        return new Watching();
    }

    private final class Watching implements Processor<String, Queued, String, Decided> {

        private ProcessorContext<String, Decided> context;
        private WatchlistWatcher watcher;
        private HitLine line;

        @Override
        public void init(ProcessorContext<String, Decided> streams) {
            context = streams;
            watcher =
                    new WatchlistWatcher(WindowStores.in(streams), BudgetStores.in(streams), mutes);
            line = new HitLine(streams, window, this::decide);
        }

        @Override
        public void process(Record<String, Queued> record) {
            line.take(record);
        }

        private void decide(Queued next) {
            Rules rules = rulebook.rules();
            Rings rings = watcher.take(next.hit(), rules);
            rings.live().forEach(alert -> context.forward(Ringing.of(alert, rules, next.time())));
            rings.watched().forEach(alert -> context.forward(Ringing.watched(alert, next.time())));
        }
    }
}
