package org.tocsin.core.dedupe;

/**
 * Adds up what speaks for each candidate and answers those with most. Reused from article to
 * article, since hundreds of candidates are counted for each; a candidate is an article's address.
 */
final class Tally {

    private int[] articles = new int[1024];
    private double[] sums = new double[1024];

    /** The counting in which the slot was taken. */
    private int[] counted = new int[1024];

    private int[] taken = new int[512];
    private int counting = 1;
    private int size;

    void clear() {
        counting++;
        size = 0;
    }

    /** All that are remembered of those that {@link KeyIndex#find} found. */
    void add(KeyIndex index, int found, double weight) {
        int holders = index.remembered(found);
        for (int i = 0; i < holders; i++) {
            add(index.holder(found, i), weight);
        }
    }

    void add(int article, double weight) {
        int slot = slot(article);
        if (counted[slot] == counting) {
            sums[slot] += weight;
            return;
        }
        counted[slot] = counting;
        articles[slot] = article;
        sums[slot] = weight;
        taken[size++] = slot;
        if (size == taken.length) {
            grow();
        }
    }

    private int slot(int article) {
        int slot = Hash.mix(article) & articles.length - 1;
        while (counted[slot] == counting && articles[slot] != article) {
            slot = slot + 1 & articles.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] oldArticles = articles;
        double[] oldSums = sums;
        int[] oldTaken = taken;
        articles = new int[oldArticles.length * 2];
        sums = new double[articles.length];
        counted = new int[articles.length];
        taken = new int[size * 2];
        for (int i = 0; i < size; i++) {
            int slot = slot(oldArticles[oldTaken[i]]);
            counted[slot] = counting;
            articles[slot] = oldArticles[oldTaken[i]];
            sums[slot] = oldSums[oldTaken[i]];
            taken[i] = slot;
        }
    }

    /** The articles with the largest sums, best first; of equals the smaller handle. */
    int[] best(int most, Window window) {
        var best = new int[Math.min(most, size)];
        var bestSums = new double[best.length];
        int count = 0;
        for (int i = 0; i < size; i++) {
            double sum = sums[taken[i]];
            // Most are not good enough, and that is soon seen.
            if (count == best.length && sum < bestSums[count - 1]) {
                continue;
            }
            int article = articles[taken[i]];
            if (count == best.length
                    && !isBetter(article, sum, best[count - 1], bestSums[count - 1], window)) {
                continue;
            }
            int at = count < best.length ? count++ : count - 1;
            while (at > 0 && isBetter(article, sum, best[at - 1], bestSums[at - 1], window)) {
                best[at] = best[at - 1];
                bestSums[at] = bestSums[--at];
            }
            best[at] = article;
            bestSums[at] = sum;
        }
        return best;
    }

    private static boolean isBetter(int a, double sum, int b, double than, Window window) {
        return sum > than || sum == than && window.handle(a) < window.handle(b);
    }
}
