package org.tocsin.ingestor.parse;

import java.util.List;
import java.util.Locale;
import org.jdom2.Element;

/** XML that is no feed, and what its reader had better be told. */
final class OtherDocuments {

    private static final int MOST_NAMED = 10;

    private OtherDocuments() {}

    /** The refusal of a document under this root, or null where it may be a feed. */
    static ParseResult.Refused refusal(Element root) {
        String name = root.getName().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "sitemapindex" -> sitemapIndex(root);
            case "urlset" -> sitemap(root);
            case "opml" ->
                    ParseResult.Refused.because(
                            "a list of feeds (OPML), not a feed: import it as a list");
            case "nothing" -> ParseResult.Refused.because("no XML element in it");
            // HTML's refusal names the feeds of the page.
            case "html" -> null;
            default ->
                    FeedLayout.of(root) == null
                            ? ParseResult.Refused.because(
                                    "not a feed: its root element is <" + root.getName() + ">")
                            : null;
        };
    }

    /** Only the sitemaps that call themselves news are worth a second look. */
    private static ParseResult.Refused sitemapIndex(Element root) {
        List<String> news =
                root.getChildren().stream()
                        .map(sitemap -> Names.text(sitemap, "loc"))
                        .filter(loc -> Links.isWeb(loc))
                        .filter(loc -> loc.toLowerCase(Locale.ROOT).contains("news"))
                        .limit(MOST_NAMED)
                        .toList();
        String found = news.isEmpty() ? "none of them for news" : String.join(", ", news);
        return new ParseResult.Refused(
                "an index of sitemaps, not a news sitemap; it lists " + found, news);
    }

    private static ParseResult.Refused sitemap(Element root) {
        boolean empty = root.getChildren().isEmpty();
        boolean news =
                root.getChildren().stream()
                        .anyMatch(url -> Names.first(url, child -> true, "news:news") != null);
        return empty || news
                ? null
                : ParseResult.Refused.because("a sitemap without news: addresses and no titles");
    }
}
