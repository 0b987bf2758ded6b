package org.tocsin.core.watch.thread;

import org.tocsin.core.watch.rate.Frequency;

/** What is remembered of each rule over a span of time; the keys are watchlist ids. */
public interface WindowMemory extends QuietMemory {

    /** Null when nothing is remembered. */
    WindowTrack track(String watchlist);

    void put(WindowTrack track);

    void remove(String watchlist);

    /** How often it was told of; null when nothing is remembered. */
    Frequency frequency(String watchlist);

    void put(Frequency frequency);

    void forgetFrequency(String watchlist);

    /** The watchlists in which something is held back, by when that rings. */
    QuietMemory due();
}
