package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.List;

/**
 * What is remembered of each story; the keys of its {@link QuietMemory} are stories. A story that
 * was never told has no tracks.
 */
public interface StoryMemory extends QuietMemory {

    /** By watchlist id, rising. */
    List<Track> tracks(String story);

    void put(Track track);

    void remove(String story, String watchlist);

    /** The stories in which something is held back, by when that rings. */
    QuietMemory due();

    /** When the windows were last told the time; null at first. */
    Instant lastTick();

    void ticked(Instant at);
}
