package org.tocsin.ingestor.parse;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.Element;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The tree of an XML text: by a strict parser where the text allows it, else by {@link LooseXml}.
 * {@code fault} is the strict parser's complaint, else null; {@code items} is how many items the
 * document has, which may be more than the tree; {@code cutItem} is the item that the document's
 * end cut off, else null.
 */
record XmlTree(Document document, String fault, int items, Element cutItem) {

    /**
     * Reads cleaned text, see {@link XmlCleanup}; a DOCTYPE that still stands is refused. Without
     * any element the root is an empty one named {@code nothing}.
     */
    static XmlTree of(String text, int mostItems) {
        var strict = new TreeWriter(mostItems);
        try {
            strict(text, strict);
            return of(strict, null);
        } catch (SAXException | IOException | RuntimeException e) {
            var loose = new TreeWriter(mostItems);
            LooseXml.read(text, loose);
            return of(loose, firstLine(e.getMessage()));
        }
    }

    private static XmlTree of(TreeWriter tree, String fault) {
        Element root = tree.finish();
        var document = new Document(root == null ? new Element("nothing") : root);
        return new XmlTree(document, fault, tree.items(), tree.cutItem());
    }

    boolean mended() {
        return fault != null;
    }

    /** Without namespaces: which one a prefix means is ours to say, declared or not. */
    private static void strict(String text, TreeWriter tree) throws SAXException, IOException {
        XMLReader reader = reader();
        reader.setContentHandler(new Events(tree));
        reader.setErrorHandler(new DefaultHandler());
        reader.parse(new InputSource(new StringReader(text)));
    }

    private static XMLReader reader() throws SAXException {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(false);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this JDK has no XML parser that can be secured", e);
        }
    }

    private static String firstLine(String message) {
        return message == null ? "not well-formed" : message.lines().findFirst().orElse("");
    }

    private static final class Events extends DefaultHandler {
        private final TreeWriter tree;

        Events(TreeWriter tree) {
            this.tree = tree;
        }

        @Override
        public void startElement(String uri, String local, String name, Attributes attributes) {
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < attributes.getLength(); i++) {
                byName.put(attributes.getQName(i), attributes.getValue(i));
            }
            tree.open(name, byName);
        }

        @Override
        public void characters(char[] chars, int start, int length) {
            tree.text(new String(chars, start, length));
        }

        @Override
        public void endElement(String uri, String local, String name) {
            tree.close(name);
        }
    }
}
