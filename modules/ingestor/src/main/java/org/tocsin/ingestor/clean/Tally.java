package org.tocsin.ingestor.clean;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tocsin.core.article.Article;

/**
 * How often the last lines of a small feed's items came back, over its last two or three dozen
 * items: what one document of one or two items cannot show. Immutable.
 *
 * <p>Kept in a report as {@code #items} and {@code hash*count}. Only closing lines are counted,
 * since a story that goes on repeats its beginning; they must close four fifths of at least five
 * items.
 */
final class Tally {

    /** So many lines at the end of an item may be its furniture. */
    static final int LAST = 3;

    private static final int MOST_ITEMS = 32;
    private static final int MOST_LINES = 60;
    private static final int LEAST = 5;
    private static final double MOST = 0.8;

    private final int items;
    private final Map<String, Integer> counts;

    private Tally(int items, Map<String, Integer> counts) {
        this.items = items;
        this.counts = counts;
    }

    static boolean isTally(String entry) {
        return entry.indexOf('#') >= 0 || entry.indexOf('*') >= 0;
    }

    static Tally remembered(List<String> memory) {
        int items = 0;
        var counts = new LinkedHashMap<String, Integer>();
        for (String entry : memory) {
            int star = entry.indexOf('*');
            if (entry.startsWith("#")) {
                items = number(entry.substring(1));
            } else if (star > 0) {
                counts.put(entry.substring(0, star), number(entry.substring(star + 1)));
            }
        }
        return new Tally(items, counts);
    }

    List<String> memory() {
        return items == 0
                ? List.of()
                : Stream.concat(
                                Stream.of("#" + items),
                                counts.entrySet().stream()
                                        .map(entry -> entry.getKey() + "*" + entry.getValue()))
                        .toList();
    }

    Tally with(List<Article> told) {
        boolean full = items + told.size() > MOST_ITEMS;
        var next = new LinkedHashMap<String, Integer>();
        counts.forEach((hash, count) -> next.put(hash, full ? count / 2 : count));
        for (Article article : told) {
            List<String> lines = article.text().lines().toList();
            int from = Math.max(1, lines.size() - LAST);
            var closing = new HashSet<String>();
            lines.stream().skip(from).map(Recurrence::hash).forEach(closing::add);
            closing.forEach(hash -> next.merge(hash, 1, Integer::sum));
        }
        return new Tally((full ? items / 2 : items) + told.size(), frequent(next));
    }

    List<String> recurring() {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST && entry.getValue() >= MOST * items)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Integer> frequent(Map<String, Integer> counts) {
        var kept = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LINES)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return kept;
    }

    /** A report that another version wrote is no reason to fail. */
    private static int number(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }
}
