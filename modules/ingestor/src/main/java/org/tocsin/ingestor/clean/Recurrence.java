package org.tocsin.ingestor.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;

/**
 * What recurs across one publisher's items is furniture: "Our correspondents report around the
 * clock", the line about the paper, the call to donate. Immutable.
 *
 * <p>A line is learned from one document, when it stands in several items of different titles and
 * texts. A line that is no sentence needs three of them and three tenths of all. A sentence may be
 * the news: in a breaking story several items share their first sentence, or a paragraph of
 * background. So a sentence must close four items and six tenths of all, or open eight tenths; two
 * in thirty teach nothing. A feed that shows fewer than five items at a time is remembered instead,
 * by the last lines of what it told ({@link Tally}).
 *
 * <p>The ids of articles come from what the feed said, before anything of this: learning a line
 * later must not make revisions of all that was told.
 */
public final class Recurrence {

    private static final int MOST_LEARNED = 100;
    private static final int MOST_ITEMS = 300;
    private static final int ENOUGH_ITEMS = 5;
    private static final int SHORT = 120;

    private final Set<String> learned;
    private final Tally tally;

    private Recurrence(Set<String> learned, Tally tally) {
        this.learned = learned;
        this.tally = tally;
    }

    /** As remembered in {@link org.tocsin.core.feed.FeedReport#furniture()}. */
    public static Recurrence remembered(List<String> memory) {
        var learned = new LinkedHashSet<String>();
        memory.stream().filter(entry -> !Tally.isTally(entry)).forEach(learned::add);
        return new Recurrence(learned, Tally.remembered(memory));
    }

    /** What to remember: hashes of lines, those seen last first, and the tally of a small feed. */
    public List<String> memory() {
        var memory = new ArrayList<>(learned);
        memory.addAll(tally.memory());
        return memory;
    }

    /** Learns from the items of one document, of which some are told for the first time. */
    public Recurrence learn(List<Article> all, List<Article> fresh) {
        List<Article> items = distinct(all);
        var now = new LinkedHashSet<String>();
        Tally next = tally;
        if (items.size() >= ENOUGH_ITEMS) {
            now.addAll(recurring(items));
        } else {
            next = tally.with(distinct(fresh));
            now.addAll(next.recurring());
        }
        now.addAll(learned);
        var kept = new LinkedHashSet<String>();
        now.stream().limit(MOST_LEARNED).forEach(kept::add);
        return new Recurrence(kept, next);
    }

    /** The article without what recurs; one that would be left without a word stays as it is. */
    public Article cleaned(Article article) {
        if (learned.isEmpty() || article.text().indexOf('\n') < 0) {
            return article;
        }
        List<String> lines = article.text().lines().toList();
        List<String> own = lines.stream().filter(line -> !learned.contains(hash(line))).toList();
        boolean same = own.isEmpty() || own.size() == lines.size();
        return same ? article : article.saying(String.join("\n", own));
    }

    /** Twelve hex digits of a line's words, whatever its numbers, case and punctuation. */
    static String hash(String line) {
        String key = FurnitureWords.key(line);
        return ArticleId.hex(key.isEmpty() ? line : key).substring(0, 12);
    }

    /** An item that stands in the feed twice says everything twice. */
    private static List<Article> distinct(List<Article> articles) {
        var titles = new HashSet<String>();
        var texts = new HashSet<String>();
        return articles.stream()
                .filter(article -> !article.text().isEmpty())
                .filter(article -> article.title().isEmpty() || titles.add(article.title()))
                .filter(article -> texts.add(article.text()))
                .limit(MOST_ITEMS)
                .toList();
    }

    private static List<String> recurring(List<Article> items) {
        var counts = new HashMap<String, Count>();
        for (Article item : items) {
            count(item.text().lines().toList(), counts);
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().isFurniture(entry.getKey(), items.size()))
                .map(Map.Entry::getKey)
                .map(Recurrence::hash)
                .toList();
    }

    private static void count(List<String> lines, Map<String, Count> counts) {
        var seen = new HashSet<String>();
        for (int at = 0; at < lines.size() && lines.size() > 1; at++) {
            if (seen.add(lines.get(at))) {
                Count count = counts.computeIfAbsent(lines.get(at), line -> new Count());
                count.items++;
                count.opens += at == 0 ? 1 : 0;
                count.closes += at >= lines.size() - Tally.LAST ? 1 : 0;
            }
        }
    }

    private static final class Count {

        private int items;
        private int opens;
        private int closes;

        boolean isFurniture(String line, int of) {
            if (items < 3) {
                return false;
            }
            boolean sentence = line.length() > SHORT || Lines.endsASentence(line);
            return sentence
                    ? closes >= 4 && closes >= 0.6 * of || opens >= 4 && opens >= 0.8 * of
                    : items >= 0.3 * of;
        }
    }
}
