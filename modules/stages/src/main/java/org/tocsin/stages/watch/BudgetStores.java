package org.tocsin.stages.watch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.thread.BudgetMemory;
import org.tocsin.core.watch.thread.BudgetState;

/** {@link BudgetMemory} in state stores. */
final class BudgetStores implements BudgetMemory {

    private static final String STATES = "budgets";
    private static final String SKIPS = "budget-skips";

    /** No thread's id: those are hexadecimal. */
    private static final String LAST_DAY = "last-day";

    private final KeyValueStore<String, BudgetState> states;
    private final KeyValueStore<String, Long> skips;

    private BudgetStores(
            KeyValueStore<String, BudgetState> states, KeyValueStore<String, Long> skips) {
        this.states = states;
        this.skips = skips;
    }

    static BudgetStores in(ProcessingContext context) {
        return new BudgetStores(context.getStateStore(STATES), context.getStateStore(SKIPS));
    }

    static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STATES),
                                Serdes.String(),
                                StateSerdes.of(BudgetState.class)),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(SKIPS),
                                Serdes.String(),
                                Serdes.Long())));
    }

    @Override
    public BudgetState state(String watchlist) {
        return states.get(watchlist);
    }

    @Override
    public void put(BudgetState state) {
        states.put(state.watchlist(), state);
    }

    @Override
    public void remove(String watchlist) {
        states.delete(watchlist);
    }

    @Override
    public List<BudgetState> states() {
        var all = new ArrayList<BudgetState>();
        try (KeyValueIterator<String, BudgetState> entries = states.all()) {
            entries.forEachRemaining(entry -> all.add(entry.value));
        }
        return all;
    }

    @Override
    public int skipped(String thread) {
        Long skipped = skips.get(thread);
        return skipped == null ? 0 : skipped.intValue();
    }

    @Override
    public void skip(String thread, int alerts) {
        if (alerts > 0) {
            skips.put(thread, (long) alerts);
        } else {
            skips.delete(thread);
        }
    }

    @Override
    public long lastDay() {
        Long day = skips.get(LAST_DAY);
        return day == null ? Long.MIN_VALUE : day;
    }

    @Override
    public void reached(long day) {
        skips.put(LAST_DAY, day);
    }
}
