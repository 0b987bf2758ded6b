package org.tocsin.stages.watch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.tocsin.core.watch.rate.Frequency;
import org.tocsin.core.watch.thread.Contribution;
import org.tocsin.core.watch.thread.QuietMemory;
import org.tocsin.core.watch.thread.ThreadState;
import org.tocsin.core.watch.thread.WindowMemory;
import org.tocsin.core.watch.thread.WindowTrack;

/**
 * {@link WindowMemory} in state stores. What rules have heard and their threads have a record each,
 * and the rules of late are kept as objects as well: what a broad rule remembers, hundreds of
 * articles, is then neither read nor written with each hit.
 */
final class WindowStores extends QuietStore implements WindowMemory {

    private static final String QUESTIONS = "window-questions";
    private static final String HEARD = "window-heard";
    private static final String THREADS = "window-threads";
    private static final String QUIET = "window-quiet";
    private static final String FREQUENCIES = "frequencies";

    /**
     * Before the letters of the other keys, so that neither memory's times run into the other's.
     */
    private static final String DUE = "d";

    /** Records of the rules that are kept as objects: some twenty megabytes a partition. */
    private static final int MOST = 20_000;

    private final KeyValueStore<String, String> questions;
    private final Rows<Contribution> heard;
    private final Rows<ThreadState> threads;
    private final KeyValueStore<String, Frequency> frequencies;
    private final QuietStore due;

    /** The rules asked for last, the latest at the end. */
    private final Map<String, Known> known = new LinkedHashMap<>(16, 0.75f, true);

    private int weight;

    /** A rule's memory as it is in the stores. */
    private record Known(
            String question, Rows.Kept<Contribution> heard, Rows.Kept<ThreadState> threads) {

        int weight() {
            return 1 + heard.items().size() + threads.items().size();
        }
    }

    private WindowStores(ProcessingContext context, KeyValueStore<String, Long> quiet) {
        super(quiet, "");
        this.due = new QuietStore(quiet, DUE);
        this.questions = context.getStateStore(QUESTIONS);
        this.heard = new Rows<>(context.getStateStore(HEARD), Contribution::article);
        this.threads = new Rows<>(context.getStateStore(THREADS), ThreadState::id);
        this.frequencies = context.getStateStore(FREQUENCIES);
    }

    static WindowStores in(ProcessingContext context) {
        return new WindowStores(context, context.getStateStore(QUIET));
    }

    static Set<StoreBuilder<?>> builders() {
        return new LinkedHashSet<>(
                List.of(
                        store(QUESTIONS, Serdes.String()),
                        store(HEARD, StateSerdes.of(Contribution.class)),
                        store(THREADS, StateSerdes.of(ThreadState.class)),
                        store(FREQUENCIES, StateSerdes.of(Frequency.class)),
                        store(QUIET, Serdes.Long())));
    }

    private static StoreBuilder<?> store(String name, Serde<?> values) {
        return Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(name), Serdes.String(), values);
    }

    @Override
    public WindowTrack track(String watchlist) {
        Known rule = known(watchlist);
        return rule == null
                ? null
                : new WindowTrack(
                        watchlist, rule.question, rule.heard.items(), rule.threads.items());
    }

    @Override
    public void put(WindowTrack track) {
        String watchlist = track.watchlist();
        Known before = known(watchlist);
        // Should writing fail in its midst, the stores have the last word.
        forget(watchlist);
        if (before == null || !before.question.equals(track.question())) {
            questions.put(watchlist, track.question());
        }
        Rows.Kept<Contribution> told = before == null ? Rows.Kept.none() : before.heard;
        Rows.Kept<ThreadState> lived = before == null ? Rows.Kept.none() : before.threads;
        remember(
                watchlist,
                new Known(
                        track.question(),
                        heard.write(watchlist, told, track.contributions()),
                        threads.write(watchlist, lived, track.threads())));
    }

    @Override
    public void remove(String watchlist) {
        Known rule = known(watchlist);
        forget(watchlist);
        if (rule != null) {
            heard.delete(watchlist, rule.heard);
            threads.delete(watchlist, rule.threads);
            questions.delete(watchlist);
        }
    }

    private Known known(String watchlist) {
        Known rule = known.get(watchlist);
        String question = rule == null ? questions.get(watchlist) : null;
        if (question != null) {
            rule = new Known(question, heard.read(watchlist), threads.read(watchlist));
            remember(watchlist, rule);
        }
        return rule;
    }

    private void remember(String watchlist, Known rule) {
        forget(watchlist);
        known.put(watchlist, rule);
        weight += rule.weight();
        while (weight > MOST && known.size() > 1) {
            forget(known.keySet().iterator().next());
        }
    }

    private void forget(String watchlist) {
        Known rule = known.remove(watchlist);
        weight -= rule == null ? 0 : rule.weight();
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
