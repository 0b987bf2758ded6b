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

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * The place of that address.
     *
     * @throws URISyntaxException with a reason for people
     */
    static Place of(String url) throws URISyntaxException {
        URI uri = WebAddress.of(url);
        boolean usual = uri.getPort() < 0 || uri.getPort() == HTTP || uri.getPort() == HTTPS;
        String host = uri.getHost().startsWith("www.") ? uri.getHost().substring(4) : uri.getHost();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Place(
                uri.getScheme() + "://" + uri.getRawAuthority(),
                usual ? host : host + ":" + uri.getPort(),
                uri.getRawPath() + query);
    }

    String robots() {
        return origin + "/robots.txt";
    }

    boolean isThisMachine() {
        return LOOPBACK.matcher(host).matches();
    }
}
