package org.tocsin.gateway.desk;

import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tocsin.core.feed.Feed;

/**
 * Lists of feeds as OPML 2.0: an {@code outline} with an {@code xmlUrl} is a feed, any other a
 * folder. Of folders and of attributes other than the title nothing is kept.
 */
public final class Opml {

    private Opml() {}

    /** A list that cannot be read; line and column count from 1. */
    public static final class BadOpml extends Exception {
        private static final long serialVersionUID = 1L;
        private final int line;
        private final int column;

        BadOpml(int line, int column, String reason) {
            super(reason);
            this.line = line;
            this.column = column;
        }

        public int line() {
            return line;
        }

        public int column() {
            return column;
        }
    }

    public static List<Feed> read(String text) throws BadOpml {
        var feeds = new ArrayList<Feed>();
        try {
            XMLStreamReader xml = safeReader(text.startsWith("\ufeff") ? text.substring(1) : text);
            boolean isOpml = false;
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamReader.START_ELEMENT) {
                    continue;
                }
                isOpml |= xml.getLocalName().equalsIgnoreCase("opml");
                if (!isOpml) {
                    throw at(xml, "expected <opml>, found <" + xml.getLocalName() + ">");
                }
                String url = xml.getAttributeValue(null, "xmlUrl");
                if (xml.getLocalName().equalsIgnoreCase("outline") && url != null) {
                    feeds.add(feed(xml, url.strip()));
                }
            }
        } catch (XMLStreamException e) {
            var place = e.getLocation();
            String reason = e.getMessage() == null ? "not XML" : e.getMessage();
            // The JDK's parser puts its place and the word "Message:" in front.
            reason = reason.substring(reason.indexOf("Message:") + 1).replaceFirst("^essage: ", "");
            throw new BadOpml(
                    place == null ? 1 : Math.max(1, place.getLineNumber()),
                    place == null ? 1 : Math.max(1, place.getColumnNumber()),
                    reason);
        }
        return feeds;
    }

    private static Feed feed(XMLStreamReader xml, String url) throws BadOpml {
        if (!isWebAddress(url)) {
            throw at(xml, "xmlUrl is not an http or https address: " + url);
        }
        String title = xml.getAttributeValue(null, "title");
        if (title == null) {
            title = xml.getAttributeValue(null, "text");
        }
        Feed plain = Feed.at(url);
        return plain.titled(title);
    }

    /** Whether a feed can be read from there. */
    public static boolean isWebAddress(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static BadOpml at(XMLStreamReader xml, String reason) {
        var place = xml.getLocation();
        return new BadOpml(place.getLineNumber(), place.getColumnNumber(), reason);
    }

    private static XMLStreamReader safeReader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Nothing in a list of feeds may make this machine read a file or call an address.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(text));
    }

    public static String write(List<Feed> feeds) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("opml");
            xml.writeAttribute("version", "2.0");
            xml.writeCharacters("\n  ");
            xml.writeStartElement("head");
            xml.writeStartElement("title");
            xml.writeCharacters("Feeds of Tocsin");
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
            xml.writeStartElement("body");
            for (Feed feed : feeds) {
                String title = feed.title() == null ? feed.url() : feed.title();
                xml.writeCharacters("\n    ");
                xml.writeEmptyElement("outline");
                xml.writeAttribute("type", "rss");
                xml.writeAttribute("text", title);
                xml.writeAttribute("title", title);
                xml.writeAttribute("xmlUrl", feed.url());
            }
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write to memory", e);
        }
        return text + "\n";
    }
}
