package org.tocsin.core.watch.thread;

import java.util.HashMap;
import java.util.Map;
import org.tocsin.core.watch.rate.Frequency;

/** {@link WindowMemory} in the heap. */
final class InMemoryWindows extends InMemoryQuiet implements WindowMemory {

    private final Map<String, WindowTrack> tracks = new HashMap<>();
    private final Map<String, Frequency> frequencies = new HashMap<>();
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
    public Frequency frequency(String watchlist) {
        return frequencies.get(watchlist);
    }

    @Override
    public void put(Frequency frequency) {
        frequencies.put(frequency.watchlist(), frequency);
    }

    @Override
    public void forgetFrequency(String watchlist) {
        frequencies.remove(watchlist);
    }

    @Override
    public QuietMemory due() {
        return due;
    }
}
