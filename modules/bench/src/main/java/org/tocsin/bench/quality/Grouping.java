package org.tocsin.bench.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How well one grouping agrees with another, over pairs of articles: of the pairs put together, how
 * many belong together (precision), of those that belong together, how many were put together
 * (recall), and the adjusted Rand index (Hubert and Arabie, 1985), which is 0 for chance.
 */
public record Grouping(double precision, double recall, double rand) {

    /** The two lists name the group of each article, in the same order. */
    public static Grouping of(List<String> truth, List<String> found) {
        var both = new HashMap<String, Integer>();
        for (int i = 0; i < truth.size(); i++) {
            both.merge(truth.get(i) + "\n" + found.get(i), 1, Integer::sum);
        }
        double together = pairs(both.values());
        double belong = pairs(sizes(truth).values());
        double put = pairs(sizes(found).values());
        double all = truth.size() * (truth.size() - 1) / 2.0;
        double chance = belong * put / all;
        return new Grouping(
                put == 0 ? 1 : together / put,
                belong == 0 ? 1 : together / belong,
                (together - chance) / ((belong + put) / 2 - chance));
    }

    private static Map<String, Integer> sizes(List<String> groups) {
        return groups.stream().collect(Collectors.toMap(g -> g, g -> 1, Integer::sum));
    }

    private static double pairs(Iterable<Integer> sizes) {
        double pairs = 0;
        for (int size : sizes) {
            pairs += size * (size - 1) / 2.0;
        }
        return pairs;
    }

    public String row(String name) {
        return "  %-34s precision %6.4f   recall %6.4f   adjusted Rand index %6.4f"
                .formatted(name, precision, recall, rand);
    }
}
