package org.tocsin.ingestor.fetch;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.apache.hc.client5.http.utils.URIUtils;

/** Addresses as people and servers write them, made fit for a request. */
public final class WebAddress {

    private static final int LONGEST = 4_000;

    private WebAddress() {}

    /**
     * The address of a request: http or https, a host in ASCII, no fragment, no user.
     *
     * @throws URISyntaxException with a reason for people
     */
    public static URI of(String written) throws URISyntaxException {
        return fit(new URI(escaped(bounded(written))));
    }

    /** The same for an address that may be relative to a base. */
    static URI of(URI base, String written) throws URISyntaxException {
        URI reference = new URI(escaped(bounded(written)));
        try {
            return fit(URIUtils.resolve(base, reference));
        } catch (IllegalArgumentException e) {
            throw new URISyntaxException(written, "no address to go on to");
        }
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
        String host = host(uri);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path =
                uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new URI(new URI(scheme + "://" + host + port + path + query).toASCIIString());
    }

    private static String host(URI uri) throws URISyntaxException {
        if (uri.getHost() != null) {
            return uri.getHost().toLowerCase(Locale.ROOT);
        }
        String authority = uri.getRawAuthority() == null ? "" : uri.getAuthority();
        try {
            String ascii = IDN.toASCII(authority).toLowerCase(Locale.ROOT);
            if (!ascii.isEmpty() && new URI("http://" + ascii).getHost() != null) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // No name that DNS could hold; the fault below says so.
        }
        throw new URISyntaxException(uri.toString(), "no host in the address");
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
