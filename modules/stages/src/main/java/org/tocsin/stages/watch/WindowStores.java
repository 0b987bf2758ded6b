package org.tocsin.stages.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.rate.Frequency;
import org.tocsin.core.watch.thread.QuietMemory;
import org.tocsin.core.watch.thread.WindowMemory;
import org.tocsin.core.watch.thread.WindowTrack;

/** {@link WindowMemory} in state stores. */
final class WindowStores extends QuietStore implements WindowMemory {

    private static final String TRACKS = "window-tracks";
    private static final String QUIET = "window-quiet";
    private static final String FREQUENCIES = "frequencies";

    /**
     * Before the letters of the other keys, so that neither memory's times run into the other's.
     */
    private static final String DUE = "d";

    private final KeyValueStore<String, WindowTrack> tracks;
    private final KeyValueStore<String, Frequency> frequencies;
    private final QuietStore due;

    private WindowStores(
            KeyValueStore<String, WindowTrack> tracks,
            KeyValueStore<String, Frequency> frequencies,
            KeyValueStore<String, Long> quiet) {
        super(quiet, "");
        this.due = new QuietStore(quiet, DUE);
        this.tracks = tracks;
        this.frequencies = frequencies;
    }

    static WindowStores in(ProcessingContext context) {
        return new WindowStores(
                context.getStateStore(TRACKS),
                context.getStateStore(FREQUENCIES),
                context.getStateStore(QUIET));
    }

    static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(TRACKS),
                                Serdes.String(),
                                StateSerdes.of(WindowTrack.class)),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(FREQUENCIES),
                                Serdes.String(),
                                StateSerdes.of(Frequency.class)),
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(QUIET),
                                Serdes.String(),
                                Serdes.Long())));
    }

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
        tracks.delete(watchlist);
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
        frequencies.delete(watchlist);
    }

    @Override
    public QuietMemory due() {
        return due;
    }
}
