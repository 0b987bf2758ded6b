package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.Verdict;

class ArchiveStoreTest extends ArchiveContract {

    @TempDir private Path folder;

    @Override
    Archive archive() {
        ArchiveStore store = new ArchiveStoreBuilder().withLoggingDisabled().build();
        store.init(context().getStateStoreContext(), store);
        store.resume();
        return store;
    }

    private MockProcessorContext<Void, Void> context() {
        return new MockProcessorContext<>(new Properties(), new TaskId(0, 0), folder.toFile());
    }

    @Test
    void goesOnFromItsChangelogAsIfNothingHadHappened() {
        var log = new Changelog();
        ArchiveStore before = log.open();
        var unbroken = new Deduper(before);
        List<Article> articles = FewDays.articles(new Random(5), 300);
        var verdicts = new ArrayList<Verdict>();
        articles.forEach(article -> verdicts.add(tell(unbroken, before, article)));

        var crashed = new Changelog();
        ArchiveStore store = crashed.open();
        var deduper = new Deduper(store);
        var broken = new ArrayList<Verdict>();
        for (int i = 0; i < articles.size(); i++) {
            if (i % 50 == 20) {
                store = crashed.open();
                deduper = new Deduper(store);
            }
            broken.add(tell(deduper, store, articles.get(i)));
        }

        assertThat(broken).isEqualTo(verdicts);
        assertThat(crashed.compacted).containsExactlyInAnyOrderEntriesOf(log.compacted);
    }

    @Test
    void takesNoArticleForItsOwnCopyThatIsReadAgainAfterAnAbortedTransaction() {
        var store = (ArchiveStore) archive();
        Article article = FewDays.articles(new Random(5), 1).get(0);
        tell(new Deduper(store), store, article);

        store.close();
        store.init(context().getStateStoreContext(), store);
        store.resume();

        Verdict again = tell(new Deduper(store), store, article);
        assertThat(again.verdict()).isEqualTo(Verdict.Kind.NEW);
    }

    @Test
    void leavesNothingInItsChangelogOfWhatIsForgotten() {
        var log = new Changelog();
        ArchiveStore store = log.open();
        var deduper = new Deduper(store);
        FewDays.articles(new Random(5), 100).forEach(article -> tell(deduper, store, article));
        Instant later = FewDays.NOON.plus(Archive.ITEMS_KEPT).plus(Duration.ofDays(30));

        while (store.advanceTo(later).isBefore(later)) {}
        store.settle();

        // The clock, and when each feed was first fetched.
        assertThat(log.compacted.keySet())
                .allSatisfy(key -> assertThat(key.get()[0]).isIn((byte) 'c', (byte) 'f'));
    }

    private static Verdict tell(Deduper deduper, ArchiveStore store, Article article) {
        Verdict verdict = deduper.tell(article).verdict();
        store.settle();
        return verdict;
    }

    /** A changelog as compaction leaves it: the last record of each key, in their order. */
    private static final class Changelog {
        private final Map<Bytes, byte[]> compacted = new LinkedHashMap<>();

        ArchiveStore open() {
            var store = new ArchiveStore(new ChangelogOnly(ArchiveStore.NAME), topic());
            compacted.forEach((key, value) -> store.restore(key.get(), value));
            store.resume();
            return store;
        }

        @SuppressWarnings("unchecked") // a proxy knows no type parameters
        private KeyValueStore<Bytes, byte[]> topic() {
            return (KeyValueStore<Bytes, byte[]>)
                    Proxy.newProxyInstance(
                            KeyValueStore.class.getClassLoader(),
                            new Class<?>[] {KeyValueStore.class},
                            (proxy, method, given) -> {
                                assertThat(method.getName()).isEqualTo("put");
                                put((Bytes) given[0], (byte[]) given[1]);
                                return null;
                            });
        }

        void put(Bytes key, byte[] value) {
            compacted.remove(key);
            if (value != null) {
                compacted.put(key, value);
            }
        }
    }
}
