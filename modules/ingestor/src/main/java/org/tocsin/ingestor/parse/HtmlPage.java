package org.tocsin.ingestor.parse;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page where a feed was expected: it often names the feed that was meant. */
final class HtmlPage {

    /** Where a document has shown what it is, and how much of a page can be its head. */
    private static final int BEGINNING = 10_000;

    private static final int LONGEST_HEAD = 1_000_000;
    private static final int MOST_FEEDS = 10;

    private static final Pattern TAG =
            Pattern.compile("<(?:html|head|body)(?=[\\s>])", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOCTYPE =
            Pattern.compile("<!doctype\\s{1,100}html", Pattern.CASE_INSENSITIVE);

    private HtmlPage() {}

    /** Whether the text shows HTML's tags before any of a feed's. */
    static boolean is(String text) {
        String beginning = text.substring(0, Math.min(BEGINNING, text.length()));
        Matcher root = XmlCleanup.ROOT.matcher(beginning);
        int feed = root.find() ? root.start() : -1;
        Matcher tag = TAG.matcher(beginning);
        if (tag.find()) {
            return feed < 0 || tag.start() < feed;
        }
        return feed < 0 && DOCTYPE.matcher(beginning).find();
    }

    static ParseResult.Refused refusal(String text, String base) {
        List<String> feeds = feeds(text, base);
        String found =
                feeds.isEmpty() ? "it names no feed" : "it names " + String.join(", ", feeds);
        return new ParseResult.Refused("an HTML page, not a feed; " + found, feeds);
    }

    /** The feeds that the page names, in its order, those of comments last. */
    static List<String> feeds(String text, String base) {
        String head = text.substring(0, Math.min(LONGEST_HEAD, text.length()));
        Document page = Jsoup.parse(head, base == null ? "" : base);
        String own = page.select("base[href]").attr("href").strip();
        String from = own.isEmpty() ? base : Reference.resolve(base, own);
        return page.select("link[href][rel], a[href][rel]").stream()
                .filter(HtmlPage::isFeed)
                .sorted((a, b) -> Boolean.compare(isOfComments(a), isOfComments(b)))
                .map(link -> Reference.resolve(from, link.attr("href").strip()))
                .filter(Links::isWebOrRelative)
                .distinct()
                .limit(MOST_FEEDS)
                .toList();
    }

    /** The types that the RSS board and RFC 4287 name, and what people write in their place. */
    private static boolean isFeed(Element link) {
        List<String> relations =
                List.of(link.attr("rel").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        String type = link.attr("type").toLowerCase(Locale.ROOT);
        String media = type.replaceFirst(";.*$", "").strip();
        boolean feedType =
                media.endsWith("rss+xml")
                        || media.endsWith("atom+xml")
                        || media.endsWith("rdf+xml")
                        || media.endsWith("feed+json")
                        || media.equals("application/rss")
                        || media.equals("text/rss")
                        || media.equals("application/atom")
                        || media.equals("text/atom");
        return relations.contains("alternate") && feedType || relations.contains("feed");
    }

    private static boolean isOfComments(Element link) {
        String href = link.attr("href").toLowerCase(Locale.ROOT);
        String title = link.attr("title").toLowerCase(Locale.ROOT);
        return href.contains("/comments") || title.contains("comment");
    }
}
