package org.tocsin.core.watch.thread;

import java.util.List;

/** What one rule over a span of time has heard, in order of arrival, and its threads that live. */
public record WindowTrack(
        String watchlist,
        String question,
        List<Contribution> contributions,
        List<ThreadState> threads) {

    public WindowTrack {
        contributions = List.copyOf(contributions);
        threads = List.copyOf(threads);
    }

    static WindowTrack empty(String watchlist, String question) {
        return new WindowTrack(watchlist, question, List.of(), List.of());
    }
}
