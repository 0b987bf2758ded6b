package org.tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tocsin.app.demo.SampleNews;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.text.Sentences;

/**
 * News in any quantity: sentences of the sample news in new orders with words exchanged, so that
 * names and events stay as frequent as in news and no two articles are alike; one in five is a copy
 * of an earlier article at another outlet. The same seed gives the same corpus.
 */
public final class Corpus {

    private static final int SENTENCES = 12;

    /** Sentences of some 300 words, the length that speed is told for. */
    private static final int SENTENCES_OF_300_WORDS = 23;

    private static final double EXCHANGED = 0.15;
    private static final double COPIES = 0.2;
    private static final int OUTLETS = 40;

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<String[]> sentences = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final Article[] recent = new Article[500];
    private final Instant start;
    private final int length;
    private int number;

    /** To be asked for one article after the other: as many as there is time for. */
    Corpus(Instant start) {
        this(start, SENTENCES);
    }

    private Corpus(Instant start, int length) {
        this.start = start;
        this.length = length;
        for (Article article : SampleNews.load().articles(start)) {
            for (var span : Sentences.of(article.text())) {
                String[] sentence = span.of(article.text()).split(" ");
                sentences.add(sentence);
                words.addAll(List.of(sentence));
            }
        }
    }

    /** So many articles of 300 words, fetched from {@code start} on, one each second. */
    public static List<Article> of(int size, Instant start) {
        return new Corpus(start, SENTENCES_OF_300_WORDS).next(size);
    }

    /** So many articles more. */
    List<Article> next(int count) {
        var written = new ArrayList<Article>(count);
        while (written.size() < count) {
            written.add(next());
        }
        return written;
    }

    Article next() {
        Article original =
                number > 10 && random.nextDouble() < COPIES
                        ? recent[
                                Math.max(0, number - 1 - random.nextInt(recent.length))
                                        % recent.length]
                        : null;
        Article article = write(original);
        recent[number++ % recent.length] = article;
        return article;
    }

    private Article write(Article original) {
        String title = original == null ? sentence() : "Update: " + sentence();
        String text = original == null ? body() : original.text() + "\n" + sentence();
        String source = "outlet-" + random.nextInt(OUTLETS) + ".example";
        String url = "https://" + source + "/" + number;
        Instant fetched = start.plusSeconds(number);
        return new Article(
                ArticleId.of(source, url, url, title, text),
                url,
                url,
                source,
                "https://" + source + "/feed",
                title,
                text,
                "en",
                fetched.minus(Duration.ofMinutes(2)),
                null,
                fetched,
                List.of(),
                List.of());
    }

    private String body() {
        var body = new StringBuilder();
        for (int i = 0; i < length; i++) {
            body.append(sentence()).append(i % 3 == 2 ? '\n' : ' ');
        }
        return body.toString();
    }

    private String sentence() {
        var exchanged = new StringBuilder();
        for (String word : pick(sentences)) {
            exchanged.append(random.nextDouble() < EXCHANGED ? pick(words) : word).append(' ');
        }
        return exchanged.toString().strip();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
