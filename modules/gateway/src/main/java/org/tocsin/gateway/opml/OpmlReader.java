package org.tocsin.gateway.opml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tocsin.core.feed.BadFeed;
import org.tocsin.core.feed.FeedEdit;
import org.tocsin.gateway.opml.FeedList.LeftOut;

/** Reads one document. */
final class OpmlReader {

    private static final int DEEPEST = 200;
    private static final int LONGEST_TITLE = 500;

    private final OpmlText document;
    private final List<FeedEdit> feeds = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    /** What our namespace is called here; a list may have lost its declaration on the way. */
    private final Set<String> prefixes = new HashSet<>(Set.of("tocsin"));

    /** An outline without an address, in case nothing stands in it that has one. */
    private LeftOut addressless;

    private int depth;

    OpmlReader(OpmlText document) {
        this.document = document;
    }

    FeedList read() throws BadOpml {
        try {
            XMLStreamReader xml = safeReader(document.text());
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamReader.START_ELEMENT -> begin(xml);
                    case XMLStreamReader.END_ELEMENT -> end();
                    default -> {
                        // Text between outlines says nothing of feeds.
                    }
                }
            }
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            Place place =
                    at == null || at.getLineNumber() < 1
                            ? Place.START
                            : document.place(document.at(at.getLineNumber(), at.getColumnNumber()));
            throw new BadOpml(place, reason(e));
        }
        return new FeedList(feeds, leftOut);
    }

    /** The JDK's parser puts its place and the word "Message:" in front. */
    private static String reason(XMLStreamException e) {
        String message = e.getMessage() == null ? "not XML" : e.getMessage();
        int told = message.indexOf("Message: ");
        return (told < 0 ? message : message.substring(told + "Message: ".length())).strip();
    }

    private void begin(XMLStreamReader xml) throws BadOpml {
        depth++;
        String name = xml.getLocalName();
        if (depth == 1 && !name.equalsIgnoreCase("opml")) {
            throw new BadOpml(placeOf(xml), "expected <opml>, found <" + name + ">");
        }
        if (depth > DEEPEST) {
            throw new BadOpml(placeOf(xml), "nested deeper than " + DEEPEST + " levels");
        }
        Map<String, String> attributes = attributes(xml);
        if (name.equalsIgnoreCase("outline")) {
            outline(attributes, placeOf(xml));
        }
    }

    /** What closes without another outline in it had to have an address of its own. */
    private void end() {
        depth--;
        if (addressless != null) {
            leftOut.add(addressless);
            addressless = null;
        }
    }

    private void outline(Map<String, String> attributes, Place place) {
        addressless = null;
        if ("true".equalsIgnoreCase(attributes.get("iscomment"))) {
            return;
        }
        String url = attributes.getOrDefault("xmlurl", "");
        if (url.isBlank()) {
            String what = name(attributes) == null ? "an outline" : "'" + name(attributes) + "'";
            addressless = leftOut(place, what + " has no xmlUrl and no feeds in it");
            return;
        }
        try {
            feeds.add(feed(url, attributes));
        } catch (BadFeed e) {
            leftOut.add(leftOut(place, e.getMessage()));
        }
    }

    private static FeedEdit feed(String url, Map<String, String> attributes) throws BadFeed {
        FeedEdit feed = FeedEdit.of(url);
        String title = name(attributes);
        // Lists need a text for each outline: where a feed had no title, it is the address.
        if (title != null && !title.equals(url.strip())) {
            feed.set("title", title);
        }
        for (String field : FeedEdit.FIELDS) {
            String value = attributes.get(Opml.NAMESPACE + " " + field);
            if (value != null) {
                feed.set(field, value);
            }
        }
        return feed;
    }

    private static String name(Map<String, String> attributes) {
        String title = attributes.getOrDefault("title", "").strip();
        String name = title.isEmpty() ? attributes.getOrDefault("text", "").strip() : title;
        String line = name.replaceAll("\\p{Cntrl}+", " ");
        return line.isEmpty() ? null : line.substring(0, Math.min(LONGEST_TITLE, line.length()));
    }

    private static LeftOut leftOut(Place place, String reason) {
        return new LeftOut(place.line(), place.column(), reason);
    }

    /** By name in lower case; ours by namespace and name. */
    private Map<String, String> attributes(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if ("xmlns".equals(xml.getAttributePrefix(i))
                    && Opml.NAMESPACE.equals(xml.getAttributeValue(i))) {
                prefixes.add(xml.getAttributeLocalName(i));
            }
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String prefix = xml.getAttributePrefix(i);
            String name = xml.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            if (prefix == null || prefix.isEmpty()) {
                attributes.putIfAbsent(name, xml.getAttributeValue(i));
            } else if (prefixes.contains(prefix)) {
                attributes.put(Opml.NAMESPACE + " " + name, xml.getAttributeValue(i));
            }
        }
        return attributes;
    }

    /** The parser stands behind the tag; no {@code <} can stand inside one. */
    private Place placeOf(XMLStreamReader xml) {
        // Its offset goes astray behind character references; its line and column do not.
        int end =
                document.at(xml.getLocation().getLineNumber(), xml.getLocation().getColumnNumber());
        return document.place(Math.max(0, document.text().lastIndexOf('<', end - 1)));
    }

    private static XMLStreamReader safeReader(String text) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        // Nothing in a list of feeds may make this machine read a file or call an address.
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Lists that readers exported often use prefixes that nobody declared.
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory.createXMLStreamReader(new StringReader(text));
    }
}
