package org.tocsin.core.watch.thread;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link BudgetMemory} in the heap. */
final class InMemoryBudgets implements BudgetMemory {

    private final TreeMap<String, BudgetState> states = new TreeMap<>();
    private final Map<String, Integer> skipped = new HashMap<>();
    private long lastDay = Long.MIN_VALUE;

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
        states.remove(watchlist);
    }

    @Override
    public List<BudgetState> states() {
        return List.copyOf(states.values());
    }

    @Override
    public int skipped(String thread) {
        return skipped.getOrDefault(thread, 0);
    }

    @Override
    public void skip(String thread, int alerts) {
        if (alerts == 0) {
            skipped.remove(thread);
        } else {
            skipped.put(thread, alerts);
        }
    }

    @Override
    public long lastDay() {
        return lastDay;
    }

    @Override
    public void reached(long day) {
        lastDay = day;
    }
}
