package org.tocsin.ingestor.fetch;

import java.util.Map;
import java.util.Objects;

/**
 * What to ask for. {@code etag} and {@code lastModified} are the last answer's, or null. A request
 * with a {@code form} is a POST of it, with any 2xx for success; without, null, it is a GET.
 */
public record FetchRequest(
        Purpose purpose, String url, String etag, String lastModified, Map<String, String> form) {

    public FetchRequest {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(url, "url");
        form = form == null ? null : Map.copyOf(form);
    }

    /** A feed, if it changed. */
    public FetchRequest(String url, String etag, String lastModified) {
        this(Purpose.FEED, url, etag, lastModified, null);
    }

    /** A feed without conditions: the body is wanted whatever it is. */
    public static FetchRequest plain(String url) {
        return of(Purpose.FEED, url);
    }

    /** Without conditions. */
    public static FetchRequest of(Purpose purpose, String url) {
        return new FetchRequest(purpose, url, null, null, null);
    }

    /**
     * A form for a hub. It is sent on to another address only by a 307 or 308 of the same origin.
     */
    public static FetchRequest post(String url, Map<String, String> form) {
        return new FetchRequest(Purpose.HUB, url, null, null, Objects.requireNonNull(form, "form"));
    }

    boolean isConditional() {
        return etag != null || lastModified != null;
    }

    /** What the form holds may be secret. */
    @Override
    public String toString() {
        return "FetchRequest[%s, %s]".formatted(purpose, url);
    }
}
