package org.tocsin.bench.names;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tocsin.bench.Corpus;
import org.tocsin.core.article.Article;
import org.tocsin.core.lexicon.Actor;

/**
 * All names of a thousand articles of 300 words, into each of which three of the largest lexicon's
 * made names are put.
 */
@State(Scope.Benchmark)
public class FindNames {

    static final int ARTICLES = 1_000;

    private static final int LARGEST = 500_000;
    private static final int PUT_IN = 3;

    /** Which {@link Finder}. */
    @Param({"tocsin", "hash-map-trie", "aho-corasick"})
    public String finder;

    /** How many names; 0 for the shipped lexicon alone. */
    @Param({"0", "100000", "500000"})
    public int names;

    private List<String> texts;
    private Finder its;

    /** Builds the finder, and says what that cost. */
    @Setup
    public void build() {
        texts = texts();
        List<Actor> actors = ManyNames.actors(names);
        long before = used();
        long begin = cpu();
        its = of(finder, actors);
        long took = cpu() - begin;
        long bytes = used() - before;
        System.out.printf(
                "%n%s, %,d actors: built in %.2f s of one core, holds %,d MB%n",
                finder, actors.size(), took / 1e9, bytes >> 20);
    }

    private static Finder of(String finder, Collection<Actor> actors) {
        return switch (finder) {
            case "tocsin" -> Finder.tocsin(actors);
            case "hash-map-trie" -> Finder.hashMapTrie(actors);
            default -> Finder.ahoCorasick(actors);
        };
    }

    static List<String> texts() {
        List<Actor> made = ManyNames.actors(LARGEST);
        var texts = new ArrayList<String>();
        int next = made.size() / 4;
        for (Article article : Corpus.of(ARTICLES, Instant.parse("2026-01-05T00:00:00Z"))) {
            var text = new StringBuilder(article.text());
            for (int i = 0; i < PUT_IN; i++) {
                next = (next + 7_919) % made.size();
                text.append("\nAs ").append(made.get(next).name()).append(" said.");
            }
            texts.add(text.toString());
        }
        return texts;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** The names in all articles. */
    @Benchmark
    public int find() {
        int count = 0;
        for (String text : texts) {
            count += its.count(text);
        }
        return count;
    }
}
