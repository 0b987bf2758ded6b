package org.tocsin.ingestor.parse;

import java.util.List;
import org.tocsin.core.article.Article;
import org.tocsin.core.article.ArticleId;
import org.tocsin.core.json.ArticleJson;
import org.tocsin.core.language.LanguageDetector;

/** Turns what items say into articles: bounded, with believable dates and ids of their own. */
final class ItemArticles {

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_TEXT = 200_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_GUID = 2_000;
    private static final int MOST_NAMES = 50;

    private final FeedDocument document;
    private final RawFeed raw;

    ItemArticles(FeedDocument document, RawFeed raw) {
        this.document = document;
        this.raw = raw;
    }

    List<Article> articles() {
        return raw.items().stream().filter(item -> !item.isEmpty()).map(this::article).toList();
    }

    private Article article(Item item) {
        String title = cut(item.title(), LONGEST_TITLE);
        String text = cut(item.text(), LONGEST_TEXT);
        String guid = cut(item.guid(), LONGEST_GUID);
        var dates = BelievedDates.of(item.published(), item.updated(), document.fetched());
        return new Article(
                ArticleId.of(document.feedUrl(), guid, item.url(), title, text),
                guid,
                item.url(),
                source(item.url()),
                document.feedUrl(),
                title,
                text,
                language(item, title, text),
                dates.published(),
                dates.updated(),
                document.fetched(),
                names(item.authors()),
                names(item.categories()),
                dates.flags());
    }

    private String source(String url) {
        if (document.feed() != null && document.feed().source() != null) {
            return document.feed().source();
        }
        String host = ArticleJson.hostOf(url);
        host = host != null ? host : ArticleJson.hostOf(document.feedUrl());
        return host != null ? host : ArticleJson.hostOf(raw.link());
    }

    /** As configured, else as the item or the feed declares it, else as the words show. */
    private String language(Item item, String title, String text) {
        if (document.feed() != null && document.feed().language() != null) {
            return document.feed().language();
        }
        String declared = LanguageDetector.of(item.language(), "");
        String words = (title == null ? "" : title + "\n") + (text == null ? "" : text);
        return declared != null ? declared : LanguageDetector.of(raw.language(), words);
    }

    private static List<String> names(List<String> names) {
        return names.stream().limit(MOST_NAMES).map(name -> cut(name, LONGEST_NAME)).toList();
    }

    private static String cut(String value, int length) {
        if (value == null || value.length() <= length) {
            return value;
        }
        boolean pair = Character.isHighSurrogate(value.charAt(length - 1));
        return value.substring(0, pair ? length - 1 : length);
    }
}
