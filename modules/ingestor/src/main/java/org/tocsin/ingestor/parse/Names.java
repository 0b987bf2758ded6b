package org.tocsin.ingestor.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jdom2.Attribute;
import org.jdom2.Element;

/**
 * One spelling for each element whatever prefix, case or version of a namespace the feed chose:
 * {@code title} for RSS of any version, {@code atom:title}, {@code dc:date}, {@code
 * content:encoded}.
 */
final class Names {

    private static final Map<String, String> NAMESPACES =
            Map.ofEntries(
                    Map.entry("http://www.w3.org/2005/atom", "atom"),
                    Map.entry("http://purl.org/atom/ns#", "atom"),
                    Map.entry("http://purl.org/dc/elements/1.1", "dc"),
                    Map.entry("http://purl.org/dc/elements/1.0", "dc"),
                    Map.entry("http://purl.org/dc/terms", "dcterms"),
                    Map.entry("http://purl.org/rss/1.0/modules/content", "content"),
                    Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
                    Map.entry("http://search.yahoo.com/mrss", "media"),
                    Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
                    Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
                    Map.entry("http://purl.org/rss/1.0/modules/syndication", "sy"),
                    Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"),
                    Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"));

    /** Prefixes as nearly every feed uses them, for feeds that forgot to declare them. */
    static final Map<String, String> USUAL =
            Map.ofEntries(
                    Map.entry("atom", "http://www.w3.org/2005/Atom"),
                    Map.entry("atom10", "http://www.w3.org/2005/Atom"),
                    Map.entry("a10", "http://www.w3.org/2005/Atom"),
                    Map.entry("dc", "http://purl.org/dc/elements/1.1/"),
                    Map.entry("dcterms", "http://purl.org/dc/terms/"),
                    Map.entry("content", "http://purl.org/rss/1.0/modules/content/"),
                    Map.entry("xhtml", "http://www.w3.org/1999/xhtml"),
                    Map.entry("media", "http://search.yahoo.com/mrss/"),
                    Map.entry("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
                    Map.entry("news", "http://www.google.com/schemas/sitemap-news/0.9"),
                    Map.entry("sy", "http://purl.org/rss/1.0/modules/syndication/"),
                    Map.entry("feedburner", "http://rssnamespace.org/feedburner/ext/1.0"),
                    Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"));

    private Names() {}

    static String of(Element element) {
        String local = element.getName().toLowerCase(Locale.ROOT);
        String kind = kindOf(element);
        return kind.isEmpty() ? local : kind + ":" + local;
    }

    private static String kindOf(Element element) {
        String uri = element.getNamespaceURI().toLowerCase(Locale.ROOT);
        String known = NAMESPACES.get(uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri);
        if (known != null) {
            return known;
        }
        String prefix = element.getNamespacePrefix().toLowerCase(Locale.ROOT);
        if (prefix.isEmpty() || uri.contains("rss") && !uri.contains("modules")) {
            return uri.contains("modules") ? "other" : "";
        }
        // A usual prefix on a misspelt namespace still says what was meant.
        return USUAL.containsKey(prefix) ? prefix.replaceFirst("^a(tom)?10$", "atom") : "other";
    }

    /** The children of any of these names, the first name's first. */
    static List<Element> all(Element parent, String... names) {
        var found = new ArrayList<List<Element>>(Collections.nCopies(names.length, null));
        List<String> wanted = Arrays.asList(names);
        for (Element child : parent.getChildren()) {
            int rank = wanted.indexOf(of(child));
            if (rank >= 0) {
                if (found.get(rank) == null) {
                    found.set(rank, new ArrayList<>(1));
                }
                found.get(rank).add(child);
            }
        }
        return found.stream().filter(Objects::nonNull).flatMap(List::stream).toList();
    }

    /** The first child of these names, in the names' order, that passes; null when none does. */
    static Element first(Element parent, Predicate<Element> test, String... names) {
        return all(parent, names).stream().filter(test).findFirst().orElse(null);
    }

    /** The trimmed text of the first such child that has any; null when none has. */
    static String text(Element parent, String... names) {
        Element found = first(parent, child -> !child.getValue().isBlank(), names);
        return found == null ? null : found.getValue().strip();
    }

    /**
     * An attribute by its local name, whatever its case or namespace; null when absent or blank.
     */
    static String attribute(Element element, String local) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getName().equalsIgnoreCase(local) && !attribute.getValue().isBlank()) {
                return attribute.getValue().strip();
            }
        }
        return null;
    }
}
