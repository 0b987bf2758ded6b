package org.tocsin.stages.watch;

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
import org.tocsin.core.watch.thread.WindowHit;

/** Decides rules over a span of time and budgets, each where all of its watchlist arrives. */
record WatchWindows(Rulebook rulebook, Mutes mutes)
        implements ProcessorSupplier<String, WindowHit, String, Decided> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        var stores = new LinkedHashSet<>(WindowStores.builders());
        stores.addAll(BudgetStores.builders());
        return stores;
    }

    @Override
    public Processor<String, WindowHit, String, Decided> get() {
        return new Watching();
    }

    private final class Watching implements Processor<String, WindowHit, String, Decided> {

        private ProcessorContext<String, Decided> context;
        private WatchlistWatcher watcher;

        @Override
        public void init(ProcessorContext<String, Decided> streams) {
            context = streams;
            watcher =
                    new WatchlistWatcher(WindowStores.in(streams), BudgetStores.in(streams), mutes);
        }

        @Override
        public void process(Record<String, WindowHit> record) {
            Rules rules = rulebook.rules();
            Rings rings = watcher.take(record.value(), rules);
            rings.live().forEach(alert -> context.forward(Ringing.of(alert, rules, record)));
            rings.watched().forEach(alert -> context.forward(Ringing.watched(alert, record)));
        }
    }
}
