package org.tocsin.ingestor.parse;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A page where a feed was expected: it often names the feed that was meant. */
final class HtmlPage {

    private static final int HEAD = 2_000;

    private HtmlPage() {}

    static boolean is(String text) {
        String head =
                text.substring(0, Math.min(HEAD, text.length())).strip().toLowerCase(Locale.ROOT);
        while (head.startsWith("<!--") && head.contains("-->")) {
            head = head.substring(head.indexOf("-->") + 3).strip();
        }
        if (head.startsWith("<?xml") && head.contains("?>")) {
            head = head.substring(head.indexOf("?>") + 2).strip();
        }
        return head.startsWith("<!doctype html") || head.startsWith("<html");
    }

    static ParseResult.Refused refusal(String text, String base) {
        List<String> feeds = feeds(text, base);
        String found =
                feeds.isEmpty() ? "it names no feed" : "it names " + String.join(", ", feeds);
        return new ParseResult.Refused("an HTML page, not a feed; " + found, feeds);
    }

    /** The feeds that the page names in its head, in order. */
    static List<String> feeds(String text, String base) {
        Document page = Jsoup.parse(text, base == null ? "" : base);
        String own = page.select("base[href]").attr("href");
        String from = own.isEmpty() ? base : Links.resolve(base, own);
        return page
                .select("link[href][rel~=(?i)\\balternate\\b], link[href][rel~=(?i)^feed$]")
                .stream()
                .filter(link -> isFeed(link.attr("type"), link.attr("rel")))
                .map(link -> Links.resolve(from, link.attr("href").strip()))
                .filter(url -> !url.isEmpty())
                .distinct()
                .limit(10)
                .toList();
    }

    private static boolean isFeed(String type, String rel) {
        String media = type.toLowerCase(Locale.ROOT);
        return media.contains("rss+xml")
                || media.contains("atom+xml")
                || media.contains("rdf+xml")
                || media.contains("feed+json")
                || rel.equalsIgnoreCase("feed");
    }
}
