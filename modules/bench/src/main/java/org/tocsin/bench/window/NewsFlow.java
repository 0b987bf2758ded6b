package org.tocsin.bench.window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;

/**
 * News without end, made as it is asked for: articles of about 300 words at 2,000 outlets, of which
 * a fifth are copies of an earlier one (cut, extended, under another title), one in twenty a
 * revision and one in twenty a repeat. Passages of background recur. The same seed gives the same
 * news.
 */
public final class NewsFlow {

    private static final double COPIES = 0.2;
    private static final double REVISIONS = 0.05;
    private static final double REPEATS = 0.05;
    private static final double BACKGROUND = 0.05;
    private static final int OUTLETS = 2_000;
    private static final int RECENT = 2_000;
    private static final int PASSAGES = 20_000;

    private final SplittableRandom random;
    private final Vocabulary vocabulary;
    private final String[] passages = new String[PASSAGES];
    private final Article[] recent = new Article[RECENT];
    private final Duration apart;
    private Instant clock;
    private int told;

    /** Articles fetched from {@code start} on, so long {@code apart}. */
    public NewsFlow(long seed, Instant start, Duration apart) {
        this.random = new SplittableRandom(seed);
        this.vocabulary = new Vocabulary(random);
        this.clock = start;
        this.apart = apart;
        for (int i = 0; i < PASSAGES; i++) {
            passages[i] = sentence();
        }
    }

    /** So many articles more. */
    public List<Article> next(int count) {
        var articles = new ArrayList<Article>(count);
        while (articles.size() < count) {
            articles.add(next());
        }
        return articles;
    }

    private Article next() {
        clock = clock.plus(apart);
        Article earlier = recent[random.nextInt(RECENT)];
        double kind = earlier == null ? 1 : random.nextDouble();
        if (kind < REPEATS) {
            return of(earlier, earlier.id(), earlier.text());
        }
        if (kind < REPEATS + REVISIONS) {
            return of(earlier, id(), earlier.text() + "\n" + sentence());
        }
        Article article = kind < REPEATS + REVISIONS + COPIES ? copy(earlier) : original();
        recent[told % RECENT] = article;
        return article;
    }

    private Article original() {
        int paragraphs = 6 + random.nextInt(7);
        var text = new StringJoiner("\n");
        for (int i = 0; i < paragraphs; i++) {
            text.add(paragraph());
        }
        return article(title(), text.toString());
    }

    private Article copy(Article of) {
        String[] paragraphs = of.text().split("\n");
        int kept = Math.max(2, random.nextInt(paragraphs.length) + 1);
        var text = new StringJoiner("\n");
        for (int i = 0; i < Math.min(kept, paragraphs.length); i++) {
            text.add(paragraphs[i]);
        }
        if (random.nextBoolean()) {
            text.add(paragraph());
        }
        return article(random.nextBoolean() ? of.title() : title(), text.toString());
    }

    private String paragraph() {
        var paragraph = new StringJoiner(" ");
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            boolean known = random.nextDouble() < BACKGROUND;
            paragraph.add(known ? passages[random.nextInt(PASSAGES)] : sentence());
        }
        return paragraph.toString();
    }

    private String title() {
        return capital(words(new StringBuilder(), 6 + random.nextInt(6)).toString());
    }

    private String sentence() {
        var sentence = new StringBuilder(160);
        if (random.nextInt(8) == 0) {
            words(sentence.append('"'), 6 + random.nextInt(10));
            words(sentence.append(",\" "), 4);
        } else {
            words(sentence, 8 + random.nextInt(10));
            words(sentence.append(random.nextInt(3) == 0 ? ", " : " "), 6);
        }
        if (random.nextInt(4) == 0) {
            sentence.append(' ').append(2 + random.nextInt(2_000));
        }
        return capital(sentence.append('.').toString());
    }

    private StringBuilder words(StringBuilder to, int count) {
        for (int i = 0; i < count; i++) {
            to.append(i == 0 ? "" : " ").append(vocabulary.draw(random));
        }
        return to;
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private String id() {
        told++;
        return ArticleId.hex(Integer.toString(told));
    }

    private Article article(String title, String text) {
        String source = "outlet-" + random.nextInt(OUTLETS) + ".example";
        String id = id();
        String url = "https://www." + source + "/world/" + id.substring(0, 12) + "?utm_source=rss";
        return told(id, url, source, title, text);
    }

    private Article of(Article item, String id, String text) {
        return told(id, item.url(), item.source(), item.title(), text);
    }

    private Article told(String id, String url, String source, String title, String text) {
        return new Article(
                id,
                url,
                url,
                source,
                "https://" + source + "/feed",
                title,
                text,
                "en",
                clock.minus(Duration.ofMinutes(2)),
                null,
                clock,
                List.of(),
                List.of());
    }
}
