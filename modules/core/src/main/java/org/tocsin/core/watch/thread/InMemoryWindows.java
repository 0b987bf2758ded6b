package org.tocsin.core.watch.thread;

import java.util.HashMap;
import java.util.Map;

/** {@link WindowMemory} in the heap. */
final class InMemoryWindows extends InMemoryQuiet implements WindowMemory {

    private final Map<String, WindowTrack> tracks = new HashMap<>();
    private final QuietMemory due = new InMemoryQuiet();

    @Override
    public WindowTrack track(String watchlist) {
        return tracks.get(watchlist);
    }

    @Override
    public void put(WindowTrack track) {
        tracks.put(track.watchlist(), track);
    }

    @Override
    public void remove(String watchlist) {
        tracks.remove(watchlist);
    }

    @Override
    public QuietMemory due() {
        return due;
    }
}
