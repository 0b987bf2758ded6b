package org.tocsin.ingestor.page;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.core.article.Article;
import org.tocsin.core.text.Fold;
import org.tocsin.ingestor.fetch.FetchOutcome;
import org.tocsin.ingestor.parse.Decoding;

/**
 * The text of an article with what its page says, or nothing where the page says no more than the
 * feed, or speaks of something else: walls of consent, logins, front pages, errors that call
 * themselves success.
 */
final class PageText {

    /** Pages of news are smaller; what is larger is data. */
    private static final int MOST_BYTES = 5_000_000;

    private static final int LONGEST = 200_000;
    private static final int HEAD = 2_048;

    /** A page must say this much more than the summary to be worth more. */
    private static final double MORE = 1.2;

    private static final int SAME = 60;

    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,200}?charset\\s*=\\s*[\"']?([\\w.:-]{1,40})");

    private static final Pattern DOTS = Pattern.compile("[\\s\\[(]*(?:…|\\.\\.\\.)[\\])]*\\s*$");

    private PageText() {}

    static Optional<String> of(FetchOutcome outcome, Article article) {
        if (!(outcome instanceof FetchOutcome.Fetched page)
                || page.body().length > MOST_BYTES
                || !isHtml(page)) {
            return Optional.empty();
        }
        String html = Decoding.decode(page.body(), contentType(page));
        return MainText.of(html, page.url(), article.title())
                .filter(text -> Kinship.between(article, text))
                .map(text -> withSummary(article, text))
                .filter(text -> saysMore(article, text));
    }

    private static boolean saysMore(Article article, String text) {
        return Summary.letters(text) > MORE * Summary.letters(article.text());
    }

    private static boolean isHtml(FetchOutcome.Fetched page) {
        String type = page.headers().contentType();
        return type == null || type.toLowerCase(Locale.ROOT).contains("html");
    }

    /** A page names its encoding in its head, where the server does not. */
    private static String contentType(FetchOutcome.Fetched page) {
        String type = page.headers().contentType();
        if (type != null && type.toLowerCase(Locale.ROOT).contains("charset")) {
            return type;
        }
        int length = Math.min(HEAD, page.body().length);
        Matcher meta =
                META.matcher(new String(page.body(), 0, length, StandardCharsets.ISO_8859_1));
        return meta.find() ? "text/html; charset=" + meta.group(1) : type;
    }

    /**
     * What the feed said is never lost: a standfirst that the page has elsewhere leads the text.
     */
    private static String withSummary(Article article, String text) {
        String summary = DOTS.matcher(article.text()).replaceFirst("").strip();
        String opening = letters(summary);
        opening = opening.substring(0, Math.min(SAME, opening.length()));
        boolean told =
                opening.isEmpty()
                        || letters(text).contains(opening)
                        || Kinship.share(summary, text) >= 0.9;
        String whole = told ? text : article.text() + "\n" + text;
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    private static String letters(String text) {
        var letters = new StringBuilder(text.length());
        Fold.fold(text)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
