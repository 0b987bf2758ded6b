package org.tocsin.ingestor.parse;

import java.util.HashMap;
import java.util.Map;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.Namespace;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/**
 * XML as browsers would read it, by jsoup's XML parser: tags that do not match, attributes without
 * quotes and prefixes without a declaration still give a tree, which is copied into JDOM's so that
 * one reader serves both. Below {@link XmlTree#DEEPEST} levels only the text is kept.
 */
final class LenientXml {

    private LenientXml() {}

    /** The tree; without a root element, an empty root named {@code nothing}. */
    static Document parse(String text) {
        var parsed = Jsoup.parse(text, "", Parser.xmlParser());
        for (Node child : parsed.childNodes()) {
            if (child instanceof org.jsoup.nodes.Element element) {
                Element root = copy(element, Map.of(), 1);
                if (root != null) {
                    return new Document(root);
                }
            }
        }
        return new Document(new Element("nothing"));
    }

    private static Element copy(
            org.jsoup.nodes.Element from, Map<String, String> scope, int depth) {
        Map<String, String> inner = declared(from, scope);
        Element to = named(from.tagName(), inner);
        if (to == null) {
            return null;
        }
        for (Attribute attribute : from.attributes()) {
            copy(attribute, to);
        }
        for (Node child : from.childNodes()) {
            if (child instanceof TextNode text) {
                addText(to, text.getWholeText());
            } else if (child instanceof org.jsoup.nodes.Element element) {
                addChild(to, element, inner, depth);
            }
        }
        return to;
    }

    private static void addChild(
            Element to, org.jsoup.nodes.Element child, Map<String, String> scope, int depth) {
        Element copied = depth < XmlTree.DEEPEST ? copy(child, scope, depth + 1) : null;
        if (copied == null) {
            addText(to, child.wholeText());
        } else {
            to.addContent(copied);
        }
    }

    private static Map<String, String> declared(
            org.jsoup.nodes.Element element, Map<String, String> scope) {
        Map<String, String> inner = scope;
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            if (key.equals("xmlns") || key.startsWith("xmlns:")) {
                inner = inner == scope ? new HashMap<>(scope) : inner;
                inner.put(key.equals("xmlns") ? "" : key.substring(6), attribute.getValue());
            }
        }
        return inner;
    }

    private static Element named(String name, Map<String, String> scope) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        String usual = prefix.isEmpty() ? "" : "undeclared:" + prefix;
        String uri =
                scope.containsKey(prefix)
                        ? scope.get(prefix)
                        : Names.USUAL.getOrDefault(prefix, usual);
        try {
            String local = name.substring(colon + 1);
            return new Element(local, Namespace.getNamespace(uri.isEmpty() ? "" : prefix, uri));
        } catch (IllegalNameException e) {
            return null;
        }
    }

    private static void copy(Attribute from, Element to) {
        String key = from.getKey();
        if (key.startsWith("xmlns")) {
            return;
        }
        try {
            if (key.startsWith("xml:")) {
                to.setAttribute(key.substring(4), from.getValue(), Namespace.XML_NAMESPACE);
            } else {
                to.setAttribute(key.substring(key.indexOf(':') + 1), from.getValue());
            }
        } catch (IllegalNameException | IllegalDataException e) {
            // An attribute that no name or value of XML can carry says nothing about an item.
            return;
        }
    }

    private static void addText(Element to, String text) {
        to.addContent(org.jdom2.Verifier.checkCharacterData(text) == null ? text : "");
    }
}
