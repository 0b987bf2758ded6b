package org.tocsin.app.demo;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A front page out, in the format and encoding that its outlet prefers. */
final class FeedWriter {

    private final Furniture furniture;

    FeedWriter(Furniture furniture) {
        this.furniture = furniture;
    }

    byte[] write(Outlet outlet, List<Print> page) {
        var xml = new Xml(outlet.charset());
        switch (outlet.format()) {
            case RSS -> rss(xml, outlet, page);
            case ATOM -> atom(xml, outlet, page);
            case RDF -> rdf(xml, outlet, page);
        }
        return xml.text().getBytes(Charset.forName(outlet.charset()));
    }

    static String mediaType(Outlet outlet) {
        return switch (outlet.format()) {
            case RSS -> "application/rss+xml";
            case ATOM -> "application/atom+xml";
            case RDF -> "application/rdf+xml";
        };
    }

    /** RSS 2.0 with the whole text in {@code content:encoded}. */
    private void rss(Xml xml, Outlet outlet, List<Print> page) {
        xml.open(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom")
                .open("channel")
                .leaf("title", outlet.name())
                .leaf("link", outlet.home())
                .leaf("description", outlet.name())
                .leaf("language", outlet.language());
        for (Print print : page) {
            xml.open("item")
                    .leaf("title", print.title())
                    .leaf("link", print.url())
                    .leaf("guid", print.url(), "isPermaLink", "true")
                    .leaf("pubDate", rfc1123(print.published()))
                    .leaf("atom:updated", iso(print.updated()))
                    .leaf("dc:creator", print.author())
                    .leaf("category", print.category())
                    .leaf("description", print.paragraphs().get(0))
                    .leaf("content:encoded", furniture.around(print, page))
                    .close();
        }
        xml.close().close();
    }

    private void atom(Xml xml, Outlet outlet, List<Print> page) {
        xml.open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", outlet.language())
                .leaf("id", outlet.home())
                .leaf("title", outlet.name())
                .empty("link", "href", outlet.home());
        page.stream().findFirst().ifPresent(print -> xml.leaf("updated", iso(print.out())));
        for (Print print : page) {
            xml.open("entry")
                    .leaf("id", "tag:" + outlet.host() + ",2020:" + print.item())
                    .leaf("title", print.title())
                    .empty("link", "rel", "alternate", "href", print.url())
                    .leaf("published", iso(print.published()))
                    .leaf("updated", iso(print.revisedOrPublished()));
            if (print.author() != null) {
                xml.open("author").leaf("name", print.author()).close();
            }
            if (print.category() != null) {
                xml.empty("category", "term", print.category());
            }
            xml.leaf("content", furniture.around(print, page), "type", "html").close();
        }
        xml.close();
    }

    /** RSS 1.0: the dates and bylines are Dublin Core's, and items stand beside the channel. */
    private void rdf(Xml xml, Outlet outlet, List<Print> page) {
        xml.open(
                        "rdf:RDF",
                        "xmlns:rdf",
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                        "xmlns",
                        "http://purl.org/rss/1.0/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/")
                .open("channel", "rdf:about", outlet.home())
                .leaf("title", outlet.name())
                .leaf("link", outlet.home())
                .leaf("description", outlet.name())
                .leaf("dc:language", outlet.language())
                .open("items")
                .open("rdf:Seq");
        page.forEach(print -> xml.empty("rdf:li", "rdf:resource", print.url()));
        xml.close().close().close();
        for (Print print : page) {
            xml.open("item", "rdf:about", print.url())
                    .leaf("title", print.title())
                    .leaf("link", print.url())
                    .leaf("description", furniture.around(print, page))
                    .leaf("dc:creator", print.author())
                    .leaf("dc:subject", print.category())
                    .leaf("dc:date", iso(print.revisedOrPublished()))
                    .close();
        }
        xml.close();
    }

    private static String iso(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static String rfc1123(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
