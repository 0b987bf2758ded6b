package org.tocsin.bench.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Numbers the features that two samples or more have, and weighs each by its inverse document
 * frequency: 1 + ln((1 + samples) / (1 + samples that have it)).
 */
final class Features {

    private static final int FEWEST = 2;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final String[] names;
    private final double[] frequencies;

    Features(List<Sample> samples) {
        var counts = new TreeMap<String, Integer>();
        for (Sample sample : samples) {
            sample.allFeatures().forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        counts.values().removeIf(count -> count < FEWEST);
        names = counts.keySet().toArray(String[]::new);
        frequencies = new double[names.length];
        for (int i = 0; i < names.length; i++) {
            numbers.put(names[i], i);
            frequencies[i] = 1 + Math.log((1.0 + samples.size()) / (1.0 + counts.get(names[i])));
        }
    }

    int size() {
        return names.length;
    }

    String name(int feature) {
        return names[feature];
    }

    double frequency(int feature) {
        return frequencies[feature];
    }

    /** A vector of length one; liblinear counts from 1. */
    Feature[] vector(Collection<String> features) {
        int[] known =
                features.stream()
                        .map(numbers::get)
                        .filter(number -> number != null)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
        double squares = 0;
        for (int number : known) {
            squares += frequencies[number] * frequencies[number];
        }
        var vector = new Feature[known.length];
        for (int i = 0; i < known.length; i++) {
            vector[i] = new FeatureNode(known[i] + 1, frequencies[known[i]] / Math.sqrt(squares));
        }
        return vector;
    }
}
