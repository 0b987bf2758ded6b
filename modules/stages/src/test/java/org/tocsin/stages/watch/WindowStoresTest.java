package org.tocsin.stages.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.watch.thread.Contribution;
import org.tocsin.core.watch.thread.ThreadState;
import org.tocsin.core.watch.thread.WindowTrack;

class WindowStoresTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir private Path folder;

    private MockProcessorContext<Void, Void> context;
    private final List<StateStore> open = new ArrayList<>();
    private int writes;

    @BeforeEach
    void openStores() {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
        WindowStores.builders().forEach(this::open);
    }

    private <S extends StateStore> S open(StoreBuilder<S> builder) {
        S store = builder.withLoggingDisabled().build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        open.add(store);
        return store;
    }

    @AfterEach
    void closeStores() {
        open.forEach(StateStore::close);
    }

    @Test
    void readsAfterARestartWhatWasPut() {
        WindowStores before = WindowStores.in(context);
        WindowTrack one = track("one", 3, 2);
        before.put(track("one", 5, 1));
        before.put(one);
        before.put(track("one-and-another", 1, 0));

        WindowStores after = WindowStores.in(context);

        assertThat(after.track("one")).isEqualTo(one);
        assertThat(after.track("one-and-another").contributions()).hasSize(1);
        assertThat(after.track("on")).isNull();
    }

    @Test
    void forgetsAllOfARule() {
        WindowStores stores = WindowStores.in(context);
        stores.put(track("one", 4, 2));
        stores.put(track("other", 4, 2));

        stores.remove("one");

        assertThat(stores.track("one")).isNull();
        assertThat(WindowStores.in(context).track("one")).isNull();
        assertThat(WindowStores.in(context).track("other")).isEqualTo(track("other", 4, 2));
        stores.put(track("one", 0, 0));
        assertThat(WindowStores.in(context).track("one").contributions()).isEmpty();
    }

    @Test
    void knowsAllRulesHoweverManyThereAre() {
        WindowStores stores = WindowStores.in(context);

        for (int i = 0; i < 300; i++) {
            stores.put(track("rule-" + i, 100, 1));
        }

        for (int i = 0; i < 300; i += 50) {
            assertThat(stores.track("rule-" + i)).isEqualTo(track("rule-" + i, 100, 1));
        }
    }

    /** Whatever comes, goes and changes: the store has the list, and only changes are written. */
    @Test
    void keepsListsAsRows() {
        KeyValueStore<String, Item> store =
                open(
                        Stores.keyValueStoreBuilder(
                                Stores.inMemoryKeyValueStore("rows"),
                                Serdes.String(),
                                Serdes.serdeFrom(
                                        (topic, item) -> written(item),
                                        StateSerdes.of(Item.class).deserializer())));
        var rows = new Rows<Item>(store, Item::id);
        var random = new Random(5);
        Rows.Kept<Item> kept = Rows.Kept.none();
        Rows.Kept<Item> other = rows.write("o", Rows.Kept.none(), List.of(new Item("x", 0)));
        for (int turn = 0; turn < 2_000; turn++) {
            var items = new ArrayList<>(kept.items());
            int changes = change(items, turn, random);
            writes = 0;

            kept = rows.write("owner", kept, List.copyOf(items));

            assertThat(writes).isLessThanOrEqualTo(changes);
            assertThat(rows.read("owner").items()).isEqualTo(items);
            assertThat(rows.read("owner").numbers()).isEqualTo(kept.numbers());
        }
        rows.delete("owner", kept);
        assertThat(rows.read("owner").items()).isEmpty();
        assertThat(rows.read("o")).isEqualTo(other);
    }

    private byte[] written(Item item) {
        writes++;
        return StateSerdes.of(Item.class).serializer().serialize("rows", item);
    }

    /** At most so many items are others afterwards, or elsewhere. */
    private static int change(List<Item> items, int turn, Random random) {
        int some = items.isEmpty() ? 0 : random.nextInt(items.size());
        switch (items.isEmpty() ? 0 : random.nextInt(items.size() > 20 ? 6 : 4)) {
            case 0, 1 -> items.add(new Item("i" + turn, 0));
            case 2 -> items.set(some, new Item(items.get(some).id(), turn));
            case 3 -> items.add(items.remove(some));
            case 4 -> items.remove(some);
            default -> {
                items.subList(0, some).clear();
                items.add(new Item("i" + turn, 0));
            }
        }
        return 1;
    }

    /** Something of which a list consists. */
    public record Item(String id, int version) {}

    private static WindowTrack track(String watchlist, int articles, int threads) {
        var heard = new ArrayList<Contribution>();
        for (int i = 0; i < articles; i++) {
            heard.add(contribution("a" + i));
        }
        var lived = new ArrayList<ThreadState>();
        for (int i = 0; i < threads; i++) {
            lived.add(thread("t" + i));
        }
        return new WindowTrack(watchlist, "storm", heard, lived);
    }

    private static Contribution contribution(String article) {
        List<String> none = List.of();
        return new Contribution(
                article,
                article,
                "s-" + article,
                "post",
                NOON,
                true,
                true,
                List.of(0),
                List.of("protest:OCCURRED"),
                none,
                List.of(),
                none,
                List.of("storm"),
                List.of(),
                List.of());
    }

    private static ThreadState thread(String id) {
        List<String> none = List.of();
        return new ThreadState(
                id,
                "s",
                1,
                0,
                none,
                true,
                NOON,
                NOON,
                List.of("a0"),
                List.of("post"),
                none,
                none,
                1,
                "A storm",
                List.of(),
                null,
                false);
    }
}
