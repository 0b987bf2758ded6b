package org.tocsin.bench.quality;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.tocsin.core.article.Article;
import org.tocsin.core.text.Words;

/** What others do to find copies, as their papers describe it. */
final class Yardsticks {

    private static final int BITS = 3;
    private static final int BANDS = 32;
    private static final int ROWS = 4;
    private static final double JACCARD = 0.5;

    private final List<Article> articles;

    Yardsticks(List<Article> articles) {
        this.articles = articles;
    }

    List<String> equalTitles() {
        return articles.stream().map(article -> words(article.title()).toString()).toList();
    }

    /**
     * Charikar's fingerprint of 64 bits over words, as Manku et al. (2007) use it: 3 bits apart.
     */
    List<String> simHash() {
        long[] prints = articles.stream().mapToLong(Yardsticks::simHash).toArray();
        return led((i, leader) -> Long.bitCount(prints[i] ^ prints[leader]) <= BITS);
    }

    private static long simHash(Article article) {
        var sums = new int[64];
        for (String word : words(article.text())) {
            long hash = Hashing.xxh3_64().hashCharsToLong(word);
            for (int bit = 0; bit < 64; bit++) {
                sums[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long print = 0;
        for (int bit = 0; bit < 64; bit++) {
            print |= sums[bit] > 0 ? 1L << bit : 0;
        }
        return print;
    }

    /** Broder's MinHash over word trigrams, 32 bands of 4, and a true Jaccard index of a half. */
    List<String> minHash() {
        List<Set<Long>> shingles = articles.stream().map(Yardsticks::trigrams).toList();
        long[][] bands = shingles.stream().map(Yardsticks::bands).toArray(long[][]::new);
        return led(
                (i, leader) ->
                        shareBand(bands[i], bands[leader])
                                && jaccard(shingles.get(i), shingles.get(leader)) >= JACCARD);
    }

    private interface Likeness {
        boolean between(int article, int leader);
    }

    /** The first article of a group leads it; another joins the first leader that it is like. */
    private List<String> led(Likeness alike) {
        var leaders = new ArrayList<Integer>();
        var groups = new ArrayList<String>();
        for (int i = 0; i < articles.size(); i++) {
            int article = i;
            int leader =
                    leaders.stream()
                            .filter(other -> alike.between(article, other))
                            .findFirst()
                            .orElse(article);
            if (leader == article) {
                leaders.add(article);
            }
            groups.add(String.valueOf(leader));
        }
        return groups;
    }

    private static boolean shareBand(long[] one, long[] other) {
        for (int band = 0; band < BANDS; band++) {
            if (one[band] == other[band]) {
                return true;
            }
        }
        return false;
    }

    private static long[] bands(Set<Long> shingles) {
        var bands = new long[BANDS];
        var seeds = new SplittableRandom(1);
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int row = 0; row < ROWS; row++) {
                long seed = seeds.nextLong() | 1;
                long least = Long.MAX_VALUE;
                for (long shingle : shingles) {
                    least = Math.min(least, Long.rotateLeft(shingle * seed, 31) * seed);
                }
                key = key * 0x9E3779B97F4A7C15L + least;
            }
            bands[band] = key;
        }
        return bands;
    }

    private static double jaccard(Set<Long> a, Set<Long> b) {
        long shared = a.stream().filter(b::contains).count();
        return a.isEmpty() ? 0 : (double) shared / (a.size() + b.size() - shared);
    }

    private static Set<Long> trigrams(Article article) {
        List<String> words = words(article.text());
        var shingles = new HashSet<Long>();
        for (int i = 0; i + 3 <= words.size(); i++) {
            shingles.add(Hashing.xxh3_64().hashCharsToLong(words.subList(i, i + 3).toString()));
        }
        return shingles;
    }

    private static List<String> words(String text) {
        Words words = Words.of(text);
        var folded = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            folded.add(words.folded(i));
        }
        return folded;
    }
}
