package org.tocsin.core.watch.thread;

import java.util.List;

/** What is remembered of the budgets of watchlists. */
public interface BudgetMemory {

    /** Null when nothing is remembered. */
    BudgetState state(String watchlist);

    void put(BudgetState state);

    void remove(String watchlist);

    /** By watchlist id, rising. */
    List<BudgetState> states();

    /** How many alerts of the thread were held back; 0 when nothing is remembered. */
    int skipped(String thread);

    /** Remembers it; 0 forgets the thread. */
    void skip(String thread, int alerts);

    /** The last day that was reached, counted from 1970; below all days at first. */
    long lastDay();

    void reached(long day);
}
