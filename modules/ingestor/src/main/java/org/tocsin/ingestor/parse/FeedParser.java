package org.tocsin.ingestor.parse;

import java.util.ArrayList;

/**
 * Reads a feed in any of its formats; see the package's description for the way a document goes.
 * Thread-safe. Never throws for what a document holds: the answer to a bad one is a refusal.
 */
public final class FeedParser {

    public static final int MOST_BYTES = 20_000_000;
    private static final int MOST_ITEMS = 5_000;

    public ParseResult parse(FeedDocument document) {
        if (document.body().length > MOST_BYTES) {
            return ParseResult.Refused.because("longer than " + MOST_BYTES + " bytes");
        }
        try {
            return read(document);
        } catch (RuntimeException | StackOverflowError e) {
            // The last net under three parsers that we did not write.
            return ParseResult.Refused.because("the parser failed: " + e);
        }
    }

    private static ParseResult read(FeedDocument document) {
        String text = Decoding.decode(document.body(), document.contentType());
        String base = document.base() != null ? document.base() : document.feedUrl();
        if (text.isBlank()) {
            return ParseResult.Refused.because("the document is empty");
        }
        if (JsonFeed.looksLike(text)) {
            RawFeed json = JsonFeed.read(text, base, MOST_ITEMS);
            return json == null
                    ? ParseResult.Refused.because("JSON, but no JSON Feed: it has no items")
                    : parsed(document, json);
        }
        if (HtmlPage.is(text)) {
            return HtmlPage.refusal(text, base);
        }
        return xml(document, text, base);
    }

    private static ParseResult xml(FeedDocument document, String text, String base) {
        String clean = XmlCleanup.clean(text);
        if (clean.isBlank()) {
            return ParseResult.Refused.because("neither XML nor JSON");
        }
        XmlTree tree = XmlTree.of(clean);
        RawFeed feed = XmlFeed.read(tree, clean, base, MOST_ITEMS);
        if (feed != null) {
            return parsed(document, feed);
        }
        String root = tree.document().getRootElement().getName();
        return root.equalsIgnoreCase("html")
                ? HtmlPage.refusal(text, base)
                : ParseResult.Refused.because("not a feed: its root element is <" + root + ">");
    }

    private static ParseResult parsed(FeedDocument document, RawFeed raw) {
        var warnings = new ArrayList<>(raw.warnings());
        var articles = new ItemArticles(document, raw).articles();
        if (articles.size() < raw.items().size()) {
            warnings.add((raw.items().size() - articles.size()) + " empty items were left out");
        }
        return new ParseResult.Parsed(raw.title(), articles, raw.hints(), warnings);
    }
}
