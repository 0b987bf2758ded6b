package org.tocsin.ingestor.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Which of an element's links leads to the page, and what a relative one means. */
final class Links {

    private static final int LONGEST = 4_000;
    private static final int MOST = 100;
    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "gopher", "gemini");

    private final String documentBase;

    /** Relative links count against {@code documentBase} unless xml:base says otherwise. */
    Links(String documentBase) {
        this.documentBase = documentBase;
    }

    /** The page of an item or a feed; null when none is named. */
    String page(Element element) {
        return firstOf(candidates(element));
    }

    /** Where an item has no page: what plays, or what the item is a copy of; null if neither. */
    String lastResort(Element element) {
        var found = new ArrayList<Element>();
        List<Element> links = Names.all(element, "atom:link", "link");
        for (String relation : new String[] {"canonical", "self", "via", "enclosure"}) {
            links.stream().filter(link -> isOf(link, relation)).forEach(found::add);
        }
        found.addAll(Names.all(element, "enclosure"));
        return firstOf(found);
    }

    private String firstOf(List<Element> candidates) {
        for (Element link : candidates.subList(0, Math.min(MOST, candidates.size()))) {
            String href = Names.attribute(link, "href");
            String url = href != null ? href : link.getValue().strip();
            url = url.isEmpty() && Names.of(link).equals("enclosure") ? at(link, "url") : url;
            String absolute = url == null || url.isEmpty() ? null : absolute(url, link);
            if (absolute != null) {
                return absolute;
            }
        }
        return null;
    }

    private static String at(Element link, String attribute) {
        return Names.attribute(link, attribute);
    }

    /**
     * A proxy's note of the original, RSS links as they come, Atom's alternates (HTML first), links
     * without a relation.
     */
    private static List<Element> candidates(Element element) {
        var found = new ArrayList<Element>(Names.all(element, "feedburner:origlink"));
        List<Element> links = Names.all(element, "link", "atom:link");
        for (Element link : links) {
            if (Names.attribute(link, "href") == null && !link.getValue().isBlank()) {
                found.add(link);
            }
        }
        links.stream().filter(link -> isOf(link, "alternate") && isHtml(link)).forEach(found::add);
        links.stream().filter(link -> isOf(link, null)).forEach(found::add);
        links.stream().filter(link -> isOf(link, "alternate")).forEach(found::add);
        found.addAll(Names.all(element, "loc", "url", "news:loc", "prodlink"));
        if (Names.attribute(element, "href") != null) {
            // CDF's items, and RSS 1.1's.
            found.add(element);
        }
        return found;
    }

    /** Relations may be written as IANA's addresses of them (RFC 4287, 4.2.7.2). */
    private static boolean isOf(Element link, String relation) {
        String rel = Names.attribute(link, "rel");
        if (Names.attribute(link, "href") == null) {
            return false;
        }
        if (rel == null || relation == null) {
            return rel == null && relation == null;
        }
        String last = rel.substring(rel.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return List.of(last.split("\\s+")).contains(relation);
    }

    private static boolean isHtml(Element link) {
        String type = Names.attribute(link, "type");
        return type == null || type.toLowerCase(Locale.ROOT).contains("html");
    }

    /** The link made absolute by the bases around it; null where it leads nowhere on the web. */
    String absolute(String link, Element at) {
        String target = withoutBreaks(link);
        if (target.isEmpty() || target.length() > LONGEST) {
            return null;
        }
        String url = Reference.resolve(base(at), target);
        return isWebOrRelative(url) ? url : null;
    }

    /** An id that the feed wrote relative to a base it declares itself; else as it stands. */
    String identity(String id, Element at) {
        return declaredBases(at).isEmpty() || Reference.hasScheme(id)
                ? id
                : Reference.resolve(base(at), id);
    }

    private static String withoutBreaks(String link) {
        var kept = new StringBuilder(link.length());
        link.chars()
                .filter(c -> c != '\t' && c != '\r' && c != '\n')
                .forEach(c -> kept.append((char) c));
        return kept.toString().strip();
    }

    private String base(Element at) {
        String base = documentBase;
        for (String next : declaredBases(at)) {
            base = Reference.resolve(base, next);
        }
        return base;
    }

    private static List<String> declaredBases(Element at) {
        var declared = new ArrayList<String>(0);
        for (Element e = at; e != null; e = e.getParentElement()) {
            String base = e.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null && !base.isBlank() && base.length() <= LONGEST) {
                declared.add(0, withoutBreaks(base));
            }
        }
        return declared;
    }

    /** No {@code javascript:}, no {@code data:}: what a dashboard may show as a link. */
    static boolean isWebOrRelative(String url) {
        if (url.isEmpty()) {
            return false;
        }
        boolean scheme = Reference.hasScheme(url);
        return !scheme
                || SCHEMES.contains(url.substring(0, url.indexOf(':')).toLowerCase(Locale.ROOT));
    }

    /** A link of the web that is no longer than links are; null for any other. */
    static String bounded(String link) {
        return isWeb(link) && link.length() <= LONGEST ? link : null;
    }

    static boolean isWeb(String link) {
        return link != null
                && (link.regionMatches(true, 0, "http:", 0, 5)
                        || link.regionMatches(true, 0, "https:", 0, 6));
    }
}
