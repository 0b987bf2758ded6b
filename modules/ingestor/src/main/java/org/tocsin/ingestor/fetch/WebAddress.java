package org.tocsin.ingestor.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.tocsin.core.address.AddressRule;

/** Addresses as people and servers write them, made fit for a request. */
public final class WebAddress {

    static final int LONGEST = 4_000;

    private WebAddress() {}

    /**
     * The address of a request: http or https, the host as {@link HostName} says, a port that may
     * be asked, no fragment.
     *
     * @throws URISyntaxException with a reason for people
     */
    public static URI of(String written) throws URISyntaxException {
        return fit(new URI(escaped(bounded(written))));
    }

    /** The same for an address that may be relative to a base. */
    static URI of(URI base, String written) throws URISyntaxException {
        URI reference = new URI(escaped(bounded(written)));
        boolean here = reference.getRawAuthority() == null && reference.getRawPath() != null;
        if (here && !reference.isAbsolute() && reference.getRawPath().isEmpty()) {
            // RFC 3986, 5.2.2: another query of the same document, where URI takes its folder.
            String query = reference.getRawQuery() == null ? "" : "?" + reference.getRawQuery();
            return fit(new URI(base.toString().replaceFirst("[?].*$", "") + query));
        }
        return fit(base.resolve(reference));
    }

    private static String bounded(String written) throws URISyntaxException {
        String text = written.strip();
        if (text.length() > LONGEST) {
            throw new URISyntaxException(text.substring(0, 100), "address too long");
        }
        return text;
    }

    private static URI fit(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new URISyntaxException(uri.toString(), "only http and https are read");
        }
        String host = HostName.of(uri);
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String whole = scheme + "://" + host + port(uri, scheme) + path(uri) + query;
        return new URI(new URI(whole).toASCIIString());
    }

    /** Nothing for the scheme's own; a colon without a number is the scheme's own too. */
    private static String port(URI uri, String scheme) throws URISyntaxException {
        String digits = HostName.port(uri).replaceFirst(":", "");
        if (digits.isEmpty()) {
            return "";
        }
        int port = digits.matches("[0-9]{1,5}") ? Integer.parseInt(digits) : 0;
        if (!AddressRule.PUBLIC.allowsPort(port)) {
            throw new URISyntaxException(uri.toString(), "port " + digits + " is not asked");
        }
        return port == (scheme.equals("https") ? 443 : 80) ? "" : ":" + port;
    }

    /** RFC 3986, 5.2.4: nothing is above the root. */
    private static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        while (path.startsWith("/../")) {
            path = path.substring(3);
        }
        return path.isEmpty() ? "/" : path;
    }

    /** Spaces and other characters that browsers forgive are percent-encoded. */
    private static String escaped(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean stray = c == '%' && !isEscape(text, i);
            if (stray || " \"<>\\^`{|}".indexOf(c) >= 0) {
                out.append(String.format("%%%02X", (int) c));
            } else if (c > 0x20 && c != 0x7F) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }
}
