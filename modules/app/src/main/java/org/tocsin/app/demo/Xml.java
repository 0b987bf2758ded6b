package org.tocsin.app.demo;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document being written; names carry their prefix, as they stand in the document. */
final class Xml {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;

    Xml(String charset) {
        try {
            // The JDK's own writes names as they are given; others on the class path check them.
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        text.write("<?xml version=\"1.0\" encoding=\"" + charset + "\"?>\n");
    }

    /** Opens an element; attributes are names and values in turn. */
    Xml open(String name, String... attributes) {
        return written(
                () -> {
                    writer.writeStartElement(name);
                    attributes(attributes);
                });
    }

    Xml close() {
        return written(
                () -> {
                    writer.writeEndElement();
                    writer.writeCharacters("\n");
                });
    }

    /** An element with text; nothing at all when there is none. */
    Xml leaf(String name, String content, String... attributes) {
        return content == null
                ? this
                : open(name, attributes).written(() -> writer.writeCharacters(content)).close();
    }

    Xml empty(String name, String... attributes) {
        return written(
                () -> {
                    writer.writeEmptyElement(name);
                    attributes(attributes);
                });
    }

    String text() {
        written(writer::flush);
        return text.toString();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private interface Step {
        void write() throws XMLStreamException;
    }

    private Xml written(Step step) {
        try {
            step.write();
            return this;
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML in memory", e);
        }
    }
}
