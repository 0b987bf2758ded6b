package org.tocsin.app.demo;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A front page out, in the format and encoding that its outlet prefers. */
final class FeedWriter {

    private final Edition edition;
    private final Furniture furniture = new Furniture();

    FeedWriter(Edition edition) {
        this.edition = edition;
    }

    byte[] write(Outlet outlet, List<Print> page) {
        var xml = new Xml(outlet.charset());
        String text =
                switch (outlet.format()) {
                    case RSS -> rss(xml, outlet, page).text();
                    case ATOM -> atom(xml, outlet, page).text();
                    case RDF -> rdf(xml, outlet, page).text();
                    case JSON -> JsonFeed.of(outlet, page, this::body);
                };
        return text.getBytes(Charset.forName(outlet.charset()));
    }

    static String mediaType(Outlet outlet) {
        return switch (outlet.format()) {
            case RSS -> "application/rss+xml";
            case ATOM -> "application/atom+xml";
            case RDF -> "application/rdf+xml";
            case JSON -> "application/feed+json";
        };
    }

    /** RSS 2.0 with the whole text in {@code content:encoded}. */
    private Xml rss(Xml xml, Outlet outlet, List<Print> page) {
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
                    .leaf("content:encoded", body(print))
                    .close();
        }
        return xml.close().close();
    }

    private Xml atom(Xml xml, Outlet outlet, List<Print> page) {
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
            xml.leaf("content", body(print), "type", "html").close();
        }
        return xml.close();
    }

    /** RSS 1.0: the dates and bylines are Dublin Core's, and items stand beside the channel. */
    private Xml rdf(Xml xml, Outlet outlet, List<Print> page) {
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
                    .leaf("description", body(print))
                    .leaf("dc:creator", print.author())
                    .leaf("dc:subject", print.category())
                    .leaf("dc:date", iso(print.revisedOrPublished()))
                    .close();
        }
        return xml.close();
    }

    /**
     * The headlines beside an item are those of the hour it came out: they are part of what was
     * sent, and a feed whose old items changed with every new one would be all revisions.
     */
    private String body(Print print) {
        return furniture.around(print, edition.frontPage(print.outlet(), print.out()));
    }

    static String iso(Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static String rfc1123(Instant instant) {
        return instant == null
                ? null
                : DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
