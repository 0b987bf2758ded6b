package org.tocsin.core.watch.thread;

/**
 * What a telling brings to a rule over a span of time, on its way to where that rule is decided.
 */
public record WindowHit(
        String watchlist, String question, Teller teller, Contribution contribution) {}
