package org.tocsin.stages.watch;

import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.tocsin.core.watch.Alert;
import org.tocsin.core.watch.thread.Rules;
import org.tocsin.core.watch.thread.WindowHit;
import org.tocsin.core.watch.thread.WindowWatcher;

/** Decides the rules over a span of time, each where all that contributes to it arrives. */
record WatchWindows(Rulebook rulebook)
        implements ProcessorSupplier<String, WindowHit, String, Decided> {

    @Override
    public Set<StoreBuilder<?>> stores() {
        return WindowStores.builders();
    }

    @Override
    public Processor<String, WindowHit, String, Decided> get() {
        return new Watching();
    }

    private final class Watching implements Processor<String, WindowHit, String, Decided> {

        private ProcessorContext<String, Decided> context;
        private WindowWatcher watcher;

        @Override
        public void init(ProcessorContext<String, Decided> streams) {
            context = streams;
            watcher = new WindowWatcher(WindowStores.in(streams));
        }

        @Override
        public void process(Record<String, WindowHit> record) {
            Rules rules = rulebook.rules();
            WindowHit hit = record.value();
            List<Alert> alerts =
                    hit.isTick()
                            ? watcher.tick(hit.teller(), rules::byId)
                            : watcher.tell(hit, rules.byId(hit.watchlist())).alerts();
            alerts.forEach(alert -> context.forward(Ringing.of(alert, rules, record)));
        }
    }
}
