package org.tocsin.bench.watch;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from a row, the first of it most often: each as one over its rank (Zipf's law). */
final class Zipf<T> {

    private final List<T> row;
    private final double[] sums;

    Zipf(List<T> row) {
        this.row = row;
        this.sums = new double[row.size()];
        double sum = 0;
        for (int rank = 0; rank < sums.length; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
    }

    T draw(SplittableRandom random) {
        double at = random.nextDouble() * sums[sums.length - 1];
        int found = Arrays.binarySearch(sums, at);
        return row.get(found < 0 ? -found - 1 : found);
    }
}
