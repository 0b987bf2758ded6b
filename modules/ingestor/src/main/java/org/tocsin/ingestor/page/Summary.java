package org.tocsin.ingestor.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tocsin.core.article.Article;

/** Tells an article of which the feed gives only a summary from one that is short. */
final class Summary {

    /** Shorter is a summary, or news in brief: the page tells which. In letters. */
    private static final int SHORT = 600;

    /** Longer is the article, even where it trails off. */
    private static final int LONG = 3_000;

    private static final int WHOLE = 1_200;
    private static final int ENOUGH = 4;

    private static final Pattern BROKEN_OFF =
            Pattern.compile("(?:…|\\.\\.\\.|\\. \\. \\.)[\\])\"»”]*$");

    private static final Pattern NO_PAGE =
            Pattern.compile(
                    ".*\\.(?:pdf|jpe?g|png|gif|webp|mp[34]|m4[av]|mov|avi|ogg|wav|zip|gz|docx?|xlsx?|pptx?"
                            + "|rss|xml|json|txt)");

    private Summary() {}

    /** Whether the page may say more; {@code wholeFeed} where the feed's other items are whole. */
    static boolean isAllOf(Article article, boolean wholeFeed) {
        if (!hasPage(article.url())) {
            return false;
        }
        String text = article.text();
        int letters = letters(text);
        boolean brief = letters < SHORT && !wholeFeed;
        return text.isBlank() || brief || letters < LONG && BROKEN_OFF.matcher(text.strip()).find();
    }

    /** A feed whose items are mostly long gives whole texts: its short ones are news in brief. */
    static boolean givesWholeTexts(List<Article> articles) {
        long whole = articles.stream().filter(article -> letters(article.text()) >= WHOLE).count();
        return articles.size() >= ENOUGH && whole * 10 >= articles.size() * 6L;
    }

    /** A site's front page is no article's page, and a file is none at all. */
    private static boolean hasPage(String url) {
        try {
            URI uri = url == null ? null : new URI(url.strip());
            boolean web =
                    uri != null
                            && uri.getHost() != null
                            && ("http".equalsIgnoreCase(uri.getScheme())
                                    || "https".equalsIgnoreCase(uri.getScheme()));
            String path = web && uri.getRawPath() != null ? uri.getRawPath() : "";
            boolean named = path.length() > 1 || web && uri.getRawQuery() != null;
            return named && !NO_PAGE.matcher(path.toLowerCase(Locale.ROOT)).matches();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** An ideograph says about as much as three letters. */
    static int letters(String text) {
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letters += c >= 0x2E80 && Character.isIdeographic(c) ? 3 : 1;
        }
        return letters;
    }
}
