package org.tocsin.ingestor.parse;

import java.io.IOException;
import java.io.StringReader;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * The tree of an XML text: by a strict parser where the text allows it, else by a lenient one.
 * {@code mended} tells which; {@code fault} is the strict parser's complaint, else null.
 */
record XmlTree(Document document, String fault) {

    /** Deeper than any feed's markup, shallow enough for code that recurses. */
    static final int DEEPEST = 200;

    /** Reads cleaned text, see {@link XmlCleanup}; a DOCTYPE that still stands is refused. */
    static XmlTree of(String text) {
        try {
            return new XmlTree(strict(text), null);
        } catch (JDOMException | IOException | RuntimeException e) {
            return new XmlTree(LenientXml.parse(text), firstLine(e.getMessage()));
        }
    }

    boolean mended() {
        return fault != null;
    }

    private static Document strict(String text) throws JDOMException, IOException {
        var builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        builder.setFeature("http://xml.org/sax/features/external-general-entities", false);
        builder.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        builder.setXMLFilter(new DepthLimit());
        return builder.build(new StringReader(text));
    }

    private static String firstLine(String message) {
        return message == null ? "not well-formed" : message.lines().findFirst().orElse("");
    }

    private static final class DepthLimit extends XMLFilterImpl {
        private int depth;

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes)
                throws SAXException {
            if (++depth > DEEPEST) {
                throw new SAXException("elements nest deeper than " + DEEPEST);
            }
            super.startElement(uri, local, name, attributes);
        }

        @Override
        public void endElement(String uri, String local, String name) throws SAXException {
            depth--;
            super.endElement(uri, local, name);
        }
    }
}
