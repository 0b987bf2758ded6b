package org.tocsin.ingestor.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jdom2.Namespace;

/**
 * The namespaces that say something about news, and which of them a feed means: by any case, scheme
 * or ending of its address, by a part of a misspelt one, or by a usual prefix that nobody declared.
 *
 * <p>All others become one, so that no feed can fill JDOM's namespace table, which never forgets.
 */
enum Vocabulary {
    PLAIN("", "", ""),
    RSS1("", "http://purl.org/rss/1.0/", "purl.org/rss/1.0"),
    RSS09("", "http://my.netscape.com/rdf/simple/0.9/", "netscape.com/rdf/simple"),
    ATOM("atom", "http://www.w3.org/2005/Atom", "w3.org/2005/atom"),
    ATOM03("atom", "http://purl.org/atom/ns#", "purl.org/atom"),
    DC("dc", "http://purl.org/dc/elements/1.1/", "purl.org/dc/elements"),
    DCTERMS("dcterms", "http://purl.org/dc/terms/", "purl.org/dc/terms"),
    CONTENT("content", "http://purl.org/rss/1.0/modules/content/", "rss/1.0/modules/content"),
    SY("sy", "http://purl.org/rss/1.0/modules/syndication/", "rss/1.0/modules/syndication"),
    XHTML("xhtml", "http://www.w3.org/1999/xhtml", "w3.org/1999/xhtml"),
    MEDIA("media", "http://search.yahoo.com/mrss/", "search.yahoo.com/mrss"),
    ITUNES("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes.com/dtds/podcast"),
    NEWS("news", "http://www.google.com/schemas/sitemap-news/0.9", "schemas/sitemap-news"),
    FEEDBURNER("feedburner", "http://rssnamespace.org/feedburner/ext/1.0", "feedburner/ext"),
    RDF("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "22-rdf-syntax-ns"),
    OTHER("other", "urn:other", null);

    /** Drafts of Atom, from the time when it was still looking for its name. */
    private static final String[] DRAFTS = {
        "purl.org/echo", "purl.org/pie", "uri/of/echo", "/necho", "newformat#"
    };

    private static final Map<String, String> KINDS = new HashMap<>();
    private static final Map<String, Vocabulary> PREFIXES = new HashMap<>();

    static {
        for (Vocabulary known : values()) {
            KINDS.put(known.uri, known.kind);
            PREFIXES.putIfAbsent(known.kind, known);
        }
        PREFIXES.remove("");
        PREFIXES.remove("other");
        PREFIXES.put("a10", ATOM);
        PREFIXES.put("atom10", ATOM);
        PREFIXES.put("atom03", ATOM03);
        PREFIXES.put("dct", DCTERMS);
        PREFIXES.put("dcterm", DCTERMS);
    }

    private final String kind;
    private final String uri;
    private final String part;

    Vocabulary(String kind, String uri, String part) {
        this.kind = kind;
        this.uri = uri;
        this.part = part;
    }

    /**
     * What a prefix means: {@code uri} is what the feed declares it to be, null where it forgot.
     */
    static Vocabulary of(String prefix, String uri) {
        String address = uri == null ? "" : uri.strip().toLowerCase(Locale.ROOT);
        Vocabulary known = byAddress(address);
        if (known != null) {
            return known;
        }
        Vocabulary usual = PREFIXES.get(prefix.toLowerCase(Locale.ROOT));
        if (usual != null) {
            return usual;
        }
        boolean module = address.contains("module");
        if (prefix.isEmpty()) {
            return module ? OTHER : PLAIN;
        }
        return address.contains("rss") && !module ? PLAIN : OTHER;
    }

    private static Vocabulary byAddress(String address) {
        if (address.isEmpty()) {
            return null;
        }
        for (Vocabulary known : values()) {
            boolean module = known == RSS1 && address.contains("/modules/");
            if (known.part != null
                    && !known.part.isEmpty()
                    && !module
                    && address.contains(known.part)) {
                return known;
            }
        }
        for (String draft : DRAFTS) {
            if (address.contains(draft)) {
                return ATOM03;
            }
        }
        return null;
    }

    /** The word that {@link Names} puts before a name of this namespace; empty for RSS's own. */
    static String kindOf(String uri) {
        return KINDS.getOrDefault(uri, "other");
    }

    Namespace namespace() {
        return uri.isEmpty() ? Namespace.NO_NAMESPACE : Namespace.getNamespace(kind, uri);
    }
}
