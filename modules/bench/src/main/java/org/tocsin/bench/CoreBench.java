package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tocsin.bench.window.NewsFlow;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Sketcher;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.Tagger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What one core decides a second, without Kafka. */
@Command(name = "core", description = "Dedupe and tagging on one core, in memory.")
final class CoreBench implements Callable<Integer> {

    @Option(names = "--articles", description = "How many, ${DEFAULT-VALUE} by default.")
    private int articles = 10_000;

    @Option(names = "--rounds", description = "Counted, ${DEFAULT-VALUE} by default.")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            description =
                    "Rounds before: the tagger's code is compiled after some, ${DEFAULT-VALUE} by"
                            + " default.")
    private int warmUp = 8;

    @Override
    public Integer call() {
        Instant start = Instant.parse("2026-01-05T00:00:00Z");
        List<Article> corpus = Corpus.of(articles, start);
        List<Article> flow = new NewsFlow(7, start, Duration.ofMillis(120)).next(articles);
        var tagger = new Tagger(Lexicon.shipped());
        System.out.printf(
                "%,d articles of %,d characters (dedupe), of %,d (tag)%n",
                articles, length(flow), length(corpus));
        System.out.println(Figures.rate("sketch", articles, time(CoreBench::freshSketcher, flow)));
        System.out.println(
                Figures.rate("sketch and verdict", articles, time(CoreBench::freshDeduper, flow)));
        System.out.println(Figures.rate("tag", articles, time(() -> tagger::tag, corpus)));
        return 0;
    }

    private static long length(List<Article> news) {
        return news.stream().mapToLong(article -> article.text().length()).sum() / news.size();
    }

    private static Consumer<Article> freshSketcher() {
        return new Sketcher()::sketch;
    }

    /** Each round begins with an empty memory, or the second would find nothing but repeats. */
    private static Consumer<Article> freshDeduper() {
        var deduper = new Deduper(new InMemoryArchive());
        return deduper::tell;
    }

    private List<Duration> time(Supplier<Consumer<Article>> fresh, List<Article> corpus) {
        var times = new ArrayList<Duration>();
        for (int round = 0; round < warmUp + rounds; round++) {
            Consumer<Article> work = fresh.get();
            long begin = System.nanoTime();
            corpus.forEach(work);
            if (round >= warmUp) {
                times.add(Duration.ofNanos(System.nanoTime() - begin));
            }
        }
        return times;
    }
}
