package org.tocsin.ingestor.fetch;

/**
 * What a document is fetched for: what the request accepts, and how many decoded bytes are read. Of
 * a longer feed or page nothing is kept; of the others what was read until there.
 */
public enum Purpose {
    FEED(
            "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json,"
                    + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5",
            10_000_000,
            false),
    PAGE("text/html, application/xhtml+xml, */*;q=0.1", 4_000_000, false),
    /** RFC 9309, 2.5: at least 500 kibibytes of a robots.txt are read. */
    ROBOTS("text/plain, */*;q=0.5", 512 * 1024, true),
    /** What a hub answers is for people. */
    HUB("*/*", 16_384, true);

    private final String accept;
    private final int bodyBytes;
    private final boolean cut;

    Purpose(String accept, int bodyBytes, boolean cut) {
        this.accept = accept;
        this.bodyBytes = bodyBytes;
        this.cut = cut;
    }

    String accept() {
        return accept;
    }

    int bodyBytes() {
        return bodyBytes;
    }

    /** Whether the beginning of a body that is too long still serves. */
    boolean isCut() {
        return cut;
    }
}
