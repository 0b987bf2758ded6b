package org.tocsin.core.watch.thread;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link StoryMemory} in the heap. */
final class InMemoryStories extends InMemoryQuiet implements StoryMemory {

    private final Map<String, TreeMap<String, Track>> tracks = new HashMap<>();
    private final QuietMemory due = new InMemoryQuiet();
    private Instant lastTick;

    @Override
    public List<Track> tracks(String story) {
        TreeMap<String, Track> found = tracks.get(story);
        return found == null ? List.of() : List.copyOf(found.values());
    }

    @Override
    public void put(Track track) {
        tracks.computeIfAbsent(track.story(), story -> new TreeMap<>())
                .put(track.watchlist(), track);
    }

    @Override
    public void remove(String story, String watchlist) {
        TreeMap<String, Track> found = tracks.get(story);
        if (found != null) {
            found.remove(watchlist);
            if (found.isEmpty()) {
                tracks.remove(story);
            }
        }
    }

    @Override
    public Instant lastTick() {
        return lastTick;
    }

    @Override
    public void ticked(Instant at) {
        lastTick = at;
    }

    @Override
    public QuietMemory due() {
        return due;
    }
}
