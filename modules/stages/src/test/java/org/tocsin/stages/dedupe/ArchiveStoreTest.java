package org.tocsin.stages.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
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
}
