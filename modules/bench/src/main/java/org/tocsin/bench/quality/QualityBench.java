package org.tocsin.bench.quality;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tocsin.core.article.Article;
import org.tocsin.core.dedupe.Deduper;
import org.tocsin.core.dedupe.InMemoryArchive;
import org.tocsin.core.dedupe.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which copies and stories dedupe finds in news whose truth is known. */
@Command(name = "quality", description = "Copies and stories found in invented news, in memory.")
public final class QualityBench implements Callable<Integer> {

    @Option(names = "--happenings", description = "How many, ${DEFAULT-VALUE} by default.")
    private int happenings = 600;

    @Option(names = "--seed", description = "Of the news that are made.")
    private long seed = 7;

    @Option(names = "--wrong", description = "Show so many wrong pairs of each sort.")
    private int wrong;

    private final Map<String, String> copies = new HashMap<>();
    private final Map<String, String> stories = new HashMap<>();

    @Override
    public Integer call() {
        List<Printed> news = Newsroom.news(happenings, seed);
        List<Article> articles = news.stream().map(Printed::article).toList();
        tell(articles);
        System.out.printf("%,d pages of %,d happenings%n", news.size(), happenings);
        List<String> dispatches = news.stream().map(Printed::dispatch).toList();
        List<String> groups = articles.stream().map(a -> copies.get(a.id())).toList();
        var yardsticks = new Yardsticks(articles);
        System.out.println("copies");
        show("Tocsin", dispatches, groups);
        show("64-bit SimHash, 3 bits", dispatches, yardsticks.simHash());
        show("equal titles", dispatches, yardsticks.equalTitles());
        show("MinHash, word trigrams, 0.5", dispatches, yardsticks.minHash());
        System.out.println("stories");
        List<String> truth = news.stream().map(Printed::story).toList();
        List<String> joined = articles.stream().map(a -> stories.get(a.id())).toList();
        show("Tocsin", truth, joined);
        showEdits(news);
        showWrong("copies", dispatches, groups, articles);
        showWrong("stories", truth, joined, articles);
        return 0;
    }

    private void tell(List<Article> articles) {
        var deduper = new Deduper(new InMemoryArchive());
        for (Article article : articles) {
            Verdict verdict = deduper.tell(article).verdict();
            String of = verdict.of() == null ? article.id() : copies.get(verdict.of());
            copies.put(article.id(), of);
            stories.put(article.id(), verdict.story());
        }
    }

    private static void show(String name, List<String> truth, List<String> found) {
        System.out.println(Grouping.of(truth, found).row(name));
    }

    /**
     * How many of the prints that were so edited are in the group of the dispatch as it was sent.
     */
    private void showEdits(List<Printed> news) {
        Map<String, String> sent =
                news.stream()
                        .filter(page -> page.edits().isEmpty())
                        .collect(
                                Collectors.toMap(
                                        Printed::dispatch,
                                        page -> copies.get(page.article().id()),
                                        (a, b) -> a));
        System.out.println("copies found of those that were");
        for (Desk.Edit edit : Desk.Edit.values()) {
            List<Printed> edited =
                    news.stream().filter(page -> page.edits().contains(edit)).toList();
            long found =
                    edited.stream()
                            .filter(
                                    page ->
                                            copies.get(page.article().id())
                                                    .equals(sent.get(page.dispatch())))
                            .count();
            System.out.printf(
                    "  %-12s %6.4f   (%d)%n",
                    edit.name().toLowerCase(Locale.ROOT),
                    (double) found / Math.max(1, edited.size()),
                    edited.size());
        }
    }

    private void showWrong(
            String what, List<String> truth, List<String> found, List<Article> articles) {
        var merged = new ArrayList<String>();
        var parted = new ArrayList<String>();
        for (int i = 0; i < truth.size(); i++) {
            for (int j = i + 1; j < truth.size(); j++) {
                boolean belong = truth.get(i).equals(truth.get(j));
                if (belong != found.get(i).equals(found.get(j))) {
                    (belong ? parted : merged)
                            .add(shown(articles.get(i)) + "\n    " + shown(articles.get(j)));
                }
            }
        }
        merged.stream().limit(wrong).forEach(pair -> System.out.println(what + " merged: " + pair));
        parted.stream().limit(wrong).forEach(pair -> System.out.println(what + " parted: " + pair));
    }

    private static String shown(Article article) {
        return article.published() + " " + article.title() + " // " + article.text();
    }
}
