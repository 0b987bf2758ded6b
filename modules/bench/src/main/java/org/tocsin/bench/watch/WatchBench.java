package org.tocsin.bench.watch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.apache.lucene.document.Document;
import org.tocsin.bench.Corpus;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Telling;
import org.tocsin.core.dedupe.Verdict;
import org.tocsin.core.lexicon.Lexicon;
import org.tocsin.core.tag.TaggedTelling;
import org.tocsin.core.tag.Tagger;
import org.tocsin.core.watch.BadWatchlist;
import org.tocsin.core.watch.Rule;
import org.tocsin.core.watch.index.Asking;
import org.tocsin.core.watch.query.Reading;
import org.tocsin.core.watch.thread.Rules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From tagged article to the watchlists that it answers, on one core. */
@Command(
        name = "watch",
        description = "Match on one core with many watchlists in force.",
        mixinStandardHelpOptions = true)
public final class WatchBench implements Callable<Integer> {

    @Option(names = "--watchlists", description = "How many, ${DEFAULT-VALUE} by default.")
    private int watchlists = 100_000;

    @Option(names = "--articles", description = "How many, ${DEFAULT-VALUE} by default.")
    private int articles = 2_000;

    @Option(names = "--rounds", description = "Counted rounds, ${DEFAULT-VALUE} by default.")
    private int rounds = 5;

    @Option(
            names = "--warm-up",
            description = "Seconds of CPU before them, ${DEFAULT-VALUE} by default.")
    private double warmUp = 3;

    @Option(names = "--within", description = "article (by default) or sentence.")
    private String within = "article";

    @Option(
            names = "--mix",
            split = ",",
            description =
                    "SHARP: no watchlist is answered by more than two articles in a thousand. LOOSE:"
                            + " the common ones by every tenth. NAMES: as SHARP, of names alone. All"
                            + " by default.")
    private List<Analysts.Mix> mixes = List.of(Analysts.Mix.values());

    @Option(
            names = "--stored-queries",
            description =
                    "Also ask so many of the articles of Lucene's monitor with the same rules;"
                            + " ${DEFAULT-VALUE} by default.")
    private int storedQueries = 0;

    /** What analysts have read when they write; other articles are then asked. */
    private static final int READ_BEFORE = 3_000;

    @Override
    public Integer call() throws IOException {
        Lexicon lexicon = Lexicon.shipped();
        List<TaggedTelling> all = news(lexicon);
        List<TaggedTelling> news = all.subList(READ_BEFORE, all.size());
        long actors = news.stream().mapToInt(told -> told.tags().actors().size()).sum();
        long events = news.stream().mapToInt(told -> told.tags().events().size()).sum();
        System.out.printf(
                "%,d articles of %,d letters, %.1f actors and %.1f events%n",
                articles,
                news.stream().mapToInt(told -> told.telling().article().text().length()).sum()
                        / articles,
                actors / (double) articles,
                events / (double) articles);
        for (Analysts.Mix mix : mixes) {
            var analysts = new Analysts(all.subList(0, READ_BEFORE), lexicon, within, mix);
            measure(mix, analysts, news, lexicon);
        }
        return 0;
    }

    private void measure(
            Analysts.Mix mix, Analysts analysts, List<TaggedTelling> news, Lexicon lexicon)
            throws IOException {
        long before = heap();
        Rules rules = rules(analysts, lexicon);
        long bytes = heap() - before;
        System.out.printf(
                "%n%s: %,d watchlists of %,d questions: %,d MB, %,d bytes each%n",
                mix, rules.size(), questions(rules), bytes >> 20, bytes / rules.size());
        var asking = new Asking();
        List<Integer> ours =
                time(
                        "index",
                        news,
                        rounds,
                        told -> rules.answeredBy(Reading.of(told), asking).size());
        change(rules, analysts, lexicon);
        if (storedQueries > 0) {
            compare(rules, news.subList(0, Math.min(storedQueries, news.size())), ours);
        }
    }

    /** Beside Lucene's monitor on the same articles. */
    private void compare(Rules rules, List<TaggedTelling> some, List<Integer> ours)
            throws IOException {
        try (var monitor = new StoredQueries(List.copyOf(rules.all()))) {
            List<Document> documents = some.stream().map(StoredQueries::document).toList();
            List<Integer> theirs = time("lucene-monitor", documents, 1, monitor::matches);
            System.out.println(
                    "both find the same: " + theirs.equals(ours.subList(0, some.size())));
        }
        var asking = new Asking();
        time(
                "index, the same articles",
                some,
                rounds * 5,
                told -> rules.answeredBy(Reading.of(told), asking).size());
    }

    private List<TaggedTelling> news(Lexicon lexicon) {
        var tagger = new Tagger(lexicon);
        var news = new ArrayList<TaggedTelling>();
        var start = Instant.parse("2026-01-05T00:00:00Z");
        for (Article article : Corpus.of(READ_BEFORE + articles, start)) {
            var verdict = new Verdict(article.id(), Verdict.Kind.NEW, null, article.id(), 0, 1);
            var telling = new Telling(article, verdict, article.source(), false);
            news.add(new TaggedTelling(telling, tagger.tag(article)));
        }
        return news;
    }

    private Rules rules(Analysts analysts, Lexicon lexicon) {
        Rules rules = Rules.of(List.of());
        var some = new ArrayList<Rule>();
        while (rules.size() < watchlists) {
            some.clear();
            while (some.size() < Math.min(100_000, watchlists - rules.size())) {
                compile(analysts, lexicon, some);
            }
            rules = rules.with(some, List.of());
        }
        return rules;
    }

    private static void compile(Analysts analysts, Lexicon lexicon, List<Rule> into) {
        try {
            into.add(Rule.compile(analysts.next(), lexicon));
        } catch (BadWatchlist e) {
            throw new IllegalStateException(e);
        }
    }

    private static long questions(Rules rules) {
        return rules.all().stream().map(Rule::asks).distinct().count();
    }

    /** How many rules each of them answers. */
    private <T> List<Integer> time(
            String name, List<T> news, int rounds, ToIntFunction<T> matches) {
        var counts = new ArrayList<Integer>();
        // The compiler is done with it before the clock runs.
        long cold = cpu() + (long) (warmUp * 1e9);
        do {
            counts.clear();
            news.forEach(told -> counts.add(matches.applyAsInt(told)));
        } while (cpu() < cold);
        var micros = new double[news.size() * rounds];
        double sum = 0;
        for (int i = 0; i < micros.length; i++) {
            long begin = System.nanoTime();
            matches.applyAsInt(news.get(i % news.size()));
            micros[i] = (System.nanoTime() - begin) / 1e3;
            sum += micros[i];
        }
        Arrays.sort(micros);
        System.out.printf(
                "%-24s p50 %,.1f µs   p99 %,.1f µs   %,.0f articles/s   %,.1f matches each%n",
                name,
                micros[micros.length / 2],
                micros[(int) (micros.length * 0.99)],
                micros.length / sum * 1e6,
                counts.stream().mapToInt(Integer::intValue).average().orElse(0));
        return counts;
    }

    /** What this thread has worked, whatever else the machine does. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** One rule after another added and taken away, each change in force at once. */
    private static void change(Rules rules, Analysts analysts, Lexicon lexicon) {
        var fresh = new ArrayList<Rule>();
        while (fresh.size() < 1_000) {
            compile(analysts, lexicon, fresh);
        }
        long begin = cpu();
        Rules now = rules;
        for (Rule rule : fresh) {
            now = now.with(List.of(rule), List.of());
        }
        for (Rule rule : fresh) {
            now = now.with(List.of(), List.of(rule.id()));
        }
        System.out.printf(
                "a change of one takes %,.1f µs%n", (cpu() - begin) / 1e3 / fresh.size() / 2);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
