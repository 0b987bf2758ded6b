package org.tocsin.ingestor.polite;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.tocsin.ingestor.fetch.WebAddress;

/**
 * Where an address leads. {@code origin} is what one robots.txt holds for: scheme, host and port;
 * {@code host} is what bears the load, the same for http and https and with {@code www.} or
 * without; {@code path} includes the query.
 */
record Place(String origin, String host, String path) {

    /** This machine itself: nobody but its operator is burdened there. */
    private static final Pattern LOOPBACK =
            Pattern.compile(
                    "(?:[^:]+\\.)?localhost(?::\\d+)?|127(?:\\.\\d+){3}(?::\\d+)?|\\[::1].*");

    /**
     * The place of that address.
     *
     * @throws URISyntaxException with a reason for people
     */
    static Place of(String url) throws URISyntaxException {
        URI uri = WebAddress.of(url);
        // No port stands there that the scheme has anyway; some hosts are none to java.net.URI.
        String authority = uri.getRawAuthority();
        String host = authority.startsWith("www.") ? authority.substring(4) : authority;
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Place(uri.getScheme() + "://" + authority, host, uri.getRawPath() + query);
    }

    String robots() {
        return origin + "/robots.txt";
    }

    boolean isThisMachine() {
        return LOOPBACK.matcher(host).matches();
    }
}
