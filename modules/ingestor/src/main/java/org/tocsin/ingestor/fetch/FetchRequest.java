package org.tocsin.ingestor.fetch;

/** What to ask for; {@code etag} and {@code lastModified} are the last answer's, or null. */
public record FetchRequest(String url, String etag, String lastModified) {

    /** Without conditions: the body is wanted whatever it is. */
    public static FetchRequest plain(String url) {
        return new FetchRequest(url, null, null);
    }
}
