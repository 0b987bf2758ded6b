package org.tocsin.gateway.route;

import static org.tocsin.gateway.access.Permission.READ;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.tocsin.core.watch.Alert;
import org.tocsin.gateway.board.AlertBoard;

/** The alerts of one watchlist as an Atom feed (RFC 4287): an entry is an alert, with its id. */
final class AtomRoutes implements Routes {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final int ENTRIES = 100;

    private final AlertBoard alerts;

    AtomRoutes(AlertBoard alerts) {
        this.alerts = alerts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/atom/{watchlist}", this::feed, READ);
    }

    private void feed(Context ctx) throws XMLStreamException {
        String watchlist = ctx.pathParam("watchlist");
        List<Alert> latest =
                alerts.alerts().values().stream()
                        .filter(alert -> alert.watchlist().equals(watchlist))
                        .sorted(Comparator.comparing(Alert::time).reversed())
                        .limit(ENTRIES)
                        .toList();
        ctx.contentType("application/atom+xml; charset=utf-8")
                .result(write(watchlist, ctx.url(), latest).getBytes(StandardCharsets.UTF_8));
    }

    private static String write(String watchlist, String self, List<Alert> latest)
            throws XMLStreamException {
        var text = new StringWriter();
        XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(ATOM);
        element(xml, "id", "urn:tocsin:watchlist:" + watchlist);
        element(xml, "title", "Tocsin: " + watchlist);
        Instant updated = latest.isEmpty() ? Instant.EPOCH : latest.get(0).time();
        element(xml, "updated", updated.toString());
        link(xml, "self", self);
        xml.writeStartElement("author");
        element(xml, "name", "Tocsin");
        xml.writeEndElement();
        for (Alert alert : latest) {
            entry(xml, alert);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return text.toString();
    }

    private static void entry(XMLStreamWriter xml, Alert alert) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "id", "urn:tocsin:alert:" + alert.id());
        element(xml, "title", alert.headline());
        element(xml, "updated", alert.time().toString());
        category(xml, "kind", alert.kind().name());
        category(xml, "severity", alert.severity().id());
        element(xml, "summary", summary(alert));
        xml.writeEndElement();
    }

    static String summary(Alert alert) {
        var words = alert.evidence().stream().map(evidence -> evidence.text()).distinct().toList();
        return "%s, %s severity, %d independent %s. Evidence: %s."
                .formatted(
                        alert.kind(),
                        alert.severity().id(),
                        alert.origins(),
                        alert.origins() == 1 ? "origin" : "origins",
                        String.join("; ", words));
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
