package org.tocsin.ingestor.parse;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Which of an element's links leads to the page, and what a relative one means (RFC 3986, 5). */
final class Links {

    private static final int LONGEST = 4_000;

    private final String documentBase;

    /** Relative links count against {@code documentBase} unless xml:base says otherwise. */
    Links(String documentBase) {
        this.documentBase = documentBase;
    }

    /** The page of an item or a feed; null when none is named. */
    String page(Element element) {
        for (Element link : candidates(element)) {
            String href = Names.attribute(link, "href");
            String target = href != null ? href : link.getValue().strip();
            String url = target.isEmpty() ? null : absolute(target, link);
            if (url != null) {
                return url;
            }
        }
        String own = Names.attribute(element, "href");
        return own == null ? null : absolute(own, element);
    }

    /** Atom's alternates first, then links without a relation, then RSS links as they come. */
    private static List<Element> candidates(Element element) {
        var found = new ArrayList<Element>();
        List<Element> links = Names.all(element, "link", "atom:link");
        for (Element link : links) {
            boolean plain = Names.attribute(link, "href") == null && !link.getValue().isBlank();
            if (plain && Names.of(link).equals("link")) {
                found.add(link);
            }
        }
        for (String relation : new String[] {"alternate", null}) {
            links.stream().filter(link -> isPage(link, relation)).forEach(found::add);
        }
        found.addAll(Names.all(element, "loc", "url", "news:loc"));
        return found;
    }

    private static boolean isPage(Element link, String relation) {
        String rel = Names.attribute(link, "rel");
        boolean wanted = relation == null ? rel == null : relation.equalsIgnoreCase(rel);
        return wanted && Names.attribute(link, "href") != null;
    }

    /** The link made absolute by the bases around it; as it stands where there is no base. */
    String absolute(String link, Element at) {
        String target = link.replaceAll("[\\t\\r\\n]", "").strip();
        if (target.isEmpty() || target.length() > LONGEST) {
            return null;
        }
        return resolve(base(at), target);
    }

    private String base(Element at) {
        var declared = new ArrayList<String>();
        for (Element e = at; e != null; e = e.getParentElement()) {
            String base = e.getAttributeValue("base", Namespace.XML_NAMESPACE);
            if (base != null && !base.isBlank()) {
                declared.add(0, base.strip());
            }
        }
        String base = documentBase;
        for (String next : declared) {
            base = resolve(base, next);
        }
        return base;
    }

    static String resolve(String base, String link) {
        if (base == null || hasScheme(link)) {
            return link;
        }
        try {
            if (link.startsWith("?")) {
                // The JDK resolves a lone query by RFC 2396, which loses the page's name.
                return base.replaceFirst("[?#].*$", "") + link;
            }
            URI at = URI.create(base.replace(" ", "%20"));
            URI resolved = at.resolve(link.replace(" ", "%20"));
            boolean bare = at.getHost() != null && at.getRawPath().isEmpty() && isPath(link);
            return bare ? base.replaceFirst("[?#].*$", "") + "/" + link : resolved.toString();
        } catch (IllegalArgumentException e) {
            return link;
        }
    }

    private static boolean isPath(String link) {
        return !link.startsWith("/") && !link.startsWith("#");
    }

    static boolean hasScheme(String link) {
        return link.matches("(?s)[A-Za-z][A-Za-z0-9+.-]{1,20}:.*");
    }

    static boolean isWeb(String link) {
        return link != null && link.regionMatches(true, 0, "http", 0, 4) && hasScheme(link);
    }
}
