package org.tocsin.bench.window;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Archive;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What an article costs as the window of seven days fills: time and bytes. */
@Command(
        name = "window",
        description = "Dedupe on one core while its seven days fill, in memory.",
        mixinStandardHelpOptions = true)
public final class WindowBench implements Callable<Integer> {

    private static final int BATCH = 5_000;

    @Option(names = "--articles", description = "How many fill it, ${DEFAULT-VALUE} by default.")
    private int articles = 1_000_000;

    @Option(names = "--every", description = "Say so after so many, ${DEFAULT-VALUE} by default.")
    private int every = 1_000_000;

    private final Map<Verdict.Kind, Integer> verdicts = new EnumMap<>(Verdict.Kind.class);

    @Override
    public Integer call() {
        Duration apart = Archive.ARTICLES_KEPT.dividedBy(articles);
        var news = new NewsFlow(7, Instant.parse("2026-01-05T00:00:00Z"), apart);
        warmUp(apart);
        // What the maker of news holds itself is there before the first measure.
        news.next(BATCH);
        var archive = new InMemoryArchive();
        var deduper = new Deduper(archive);
        long before = heap();
        long nanos = 0;
        for (int told = 0; told < articles; told += BATCH) {
            nanos += tell(deduper, news.next(BATCH));
            int now = told + BATCH;
            if (now % every == 0 || now >= articles) {
                report(archive, now, nanos / Math.min(every, now), heap() - before);
                nanos = 0;
            }
        }
        System.out.println(verdicts);
        return 0;
    }

    /** The compiler has seen it all before the clock runs. */
    private static void warmUp(Duration apart) {
        var deduper = new Deduper(new InMemoryArchive());
        new NewsFlow(8, Instant.EPOCH.plus(apart), apart).next(20_000).forEach(deduper::tell);
    }

    /**
     * Answers the nanoseconds of processor time that it took: others may be at work beside. Making
     * the articles is not in them, nor is the collector.
     */
    private long tell(Deduper deduper, List<Article> articles) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        for (Article article : articles) {
            verdicts.merge(deduper.tell(article).verdict().verdict(), 1, Integer::sum);
        }
        return threads.getCurrentThreadCpuTime() - begin;
    }

    private static void report(InMemoryArchive archive, int told, long nanosEach, long bytes) {
        System.out.printf(
                "%,10d told: %,8.0f /s, %,d articles kept, %,d bytes each (%.2f GB), %,d keys%n",
                told,
                1e9 / nanosEach,
                archive.articleCount(),
                bytes / Math.max(1, archive.articleCount()),
                bytes / 1e9,
                archive.keyCount());
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
