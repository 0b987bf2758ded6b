package org.tocsin.ingestor.parse;

import java.util.ArrayList;

/**
 * Reads a feed in any of its formats; see the package's description for the way a document goes.
 * Thread-safe. Never throws for what a document holds: the answer to a bad one is a refusal.
 */
public final class FeedParser {

    public static final int MOST_BYTES = 20_000_000;
    static final int MOST_ITEMS = 5_000;

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
        XmlCleanup.Cleaned clean = XmlCleanup.clean(text);
        if (clean.text().isBlank()) {
            return ParseResult.Refused.because("neither XML nor JSON");
        }
        XmlTree tree = XmlTree.of(clean.text(), MOST_ITEMS);
        ParseResult.Refused other = OtherDocuments.refusal(tree.document().getRootElement());
        if (other != null) {
            return other;
        }
        RawFeed feed = XmlFeed.read(tree, base);
        if (feed == null) {
            return HtmlPage.refusal(text, base);
        }
        if (clean.cut()) {
            feed.warnings().add("so many tags that the rest was not read");
        }
        return parsed(document, feed);
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
