package org.tocsin.gateway.opml;

import java.io.StringWriter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tocsin.core.feed.Feed;

/** Writes one document. Settings that are as they are by default are left out. */
final class OpmlWriter {

    private static final String PREFIX = "tocsin";

    private final XMLStreamWriter xml;

    private OpmlWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String write(List<Feed> feeds) {
        var text = new StringWriter();
        try {
            XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();
            new OpmlWriter(factory.createXMLStreamWriter(text)).list(feeds);
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return text + "\n";
    }

    private void list(List<Feed> feeds) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("opml");
        xml.writeAttribute("version", "2.0");
        xml.writeNamespace(PREFIX, Opml.NAMESPACE);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("head");
        xml.writeStartElement("title");
        xml.writeCharacters("Feeds of Tocsin");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("body");
        for (Feed feed : feeds) {
            xml.writeCharacters("\n    ");
            outline(feed);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndDocument();
        xml.close();
    }

    private void outline(Feed feed) throws XMLStreamException {
        xml.writeEmptyElement("outline");
        xml.writeAttribute("type", "rss");
        xml.writeAttribute("text", feed.title() == null ? feed.url() : feed.title());
        if (feed.title() != null) {
            xml.writeAttribute("title", feed.title());
        }
        xml.writeAttribute("xmlUrl", feed.url());
        setting("source", feed.source());
        setting("language", feed.language());
        setting("interval", feed.interval());
        setting("enabled", feed.enabled() ? null : false);
        setting("pages", feed.pages() ? null : false);
        setting("robots", feed.robots() ? null : false);
    }

    private void setting(String name, Object value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(PREFIX, Opml.NAMESPACE, name, value.toString());
        }
    }
}
