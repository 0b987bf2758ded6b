package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.net.URI;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.Boards;

/** The alerts of one watchlist as an Atom feed (RFC 4287): an entry is an alert, with its id. */
final class AtomRoutes implements Routes {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Boards boards;
    private final Optional<URI> site;

    AtomRoutes(Boards boards, Optional<URI> site) {
        this.boards = boards;
        this.site = site;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/atom/{watchlist}", this::feed, READ);
    }

    private void feed(Context ctx) throws XMLStreamException {
        String xml = write(AlertFeed.of(ctx, boards, site));
        Api.reading(ctx, "application/atom+xml; charset=utf-8", xml);
    }

    private static String write(AlertFeed feed) throws XMLStreamException {
        var text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", "urn:tocsin:watchlist:" + feed.watchlist());
        element(xml, "title", "Tocsin: " + feed.title());
        element(xml, "updated", feed.updated().toString());
        link(xml, "self", feed.self("atom"));
        link(xml, "alternate", feed.page());
        xml.writeStartElement("author");
        element(xml, "name", "Tocsin");
        xml.writeEndElement();
        for (Alert alert : feed.latest()) {
            entry(xml, feed, alert);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, AlertFeed feed, Alert alert)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", AlertFeed.idOf(alert));
        element(xml, "title", alert.headline());
        element(xml, "published", alert.time().toString());
        element(xml, "updated", alert.time().toString());
        // Without content, an entry must say where it is to be read (RFC 4287, section 4.1.2).
        link(xml, "alternate", feed.page(alert));
        category(xml, "kind", alert.kind().name());
        category(xml, "severity", alert.severity().id());
        element(xml, "summary", AlertFeed.summary(alert));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(xmlText(text));
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String rel, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("href", href);
    }

    private static void category(XMLStreamWriter xml, String scheme, String term)
            throws XMLStreamException {
        xml.writeEmptyElement("category");
        xml.writeAttribute("scheme", "urn:tocsin:" + scheme);
        xml.writeAttribute("term", term);
    }

    /** Control characters are not allowed in XML 1.0, escaped or not; news does contain them. */
    private static String xmlText(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD");
    }
}
