package org.tocsin.stages.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.thread.QuietMemory;
import org.tocsin.core.watch.thread.StoryMemory;
import org.tocsin.core.watch.thread.Track;

/**
 * {@link StoryMemory} in state stores. A track's key is its story and its watchlist with a zero
 * between, so that a story's tracks stand together and one of them is written without the others.
 */
final class StoryStores extends QuietStore implements StoryMemory {

    private static final String TRACKS = "tracks";
    private static final String QUIET = "quiet";
    private static final String TICK = "last-tick";

    /**
     * Before the letters of the other keys, so that neither memory's times run into the other's.
     */
    private static final String DUE = "d";

    private final KeyValueStore<String, Track> tracks;
    private final QuietStore due;
    private final KeyValueStore<String, Long> quiet;
    private Instant lastTick;

    private StoryStores(KeyValueStore<String, Track> tracks, KeyValueStore<String, Long> quiet) {
        super(quiet, "");
        this.due = new QuietStore(quiet, DUE);
        this.tracks = tracks;
        this.quiet = quiet;
        this.lastTick = instant(TICK);
    }

    static StoryStores in(ProcessingContext context) {
        return new StoryStores(context.getStateStore(TRACKS), context.getStateStore(QUIET));
    }

    static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TRACKS),
                                Serdes.String(),
                                StateSerdes.of(Track.class)),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(QUIET),
                                Serdes.String(),
                                Serdes.Long())));
    }

    @Override
    public List<Track> tracks(String story) {
        var found = new ArrayList<Track>();
        try (KeyValueIterator<String, Track> entries =
                tracks.prefixScan(story + "\0", new StringSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }

    @Override
    public void put(Track track) {
        tracks.put(track.story() + "\0" + track.watchlist(), track);
    }

    @Override
    public void remove(String story, String watchlist) {
        tracks.put(story + "\0" + watchlist, null);
    }

    @Override
    public Instant lastTick() {
        return lastTick;
    }

    @Override
    public void ticked(Instant at) {
        lastTick = at;
        quiet.put(TICK, at.toEpochMilli());
    }

    @Override
    public QuietMemory due() {
        return due;
    }
}
