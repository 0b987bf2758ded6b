package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.List;

/** Remembers when each of some keys was last told, and finds those that have been quiet since. */
public interface QuietMemory {

    /** Null when the key is not remembered. */
    Instant lastTold(String key);

    /** Moves the key to that time. */
    void told(String key, Instant at);

    /** The keys last told at that time or before, the longest quiet first, then by name. */
    List<String> quietSince(Instant time);

    void forgetQuiet(String key);

    /** Moves the key to that time unless it stands at an earlier one. */
    default void toldAtLatest(String key, Instant at) {
        Instant known = lastTold(key);
        if (known == null || at.isBefore(known)) {
            told(key, at);
        }
    }
}
