package org.tocsin.core.feed;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Whether a feed can be read from an address, told before anybody tries. */
public final class FeedAddress {

    public static final int LONGEST = 4_000;

    private FeedAddress() {}

    /** What is wrong with it, in words for people; empty where it is an http or https address. */
    public static Optional<String> fault(String address) {
        String text = address.strip();
        if (text.length() > LONGEST) {
            return Optional.of("an address has at most " + LONGEST + " characters");
        }
        try {
            return fault(text, new URI(forgiven(text)));
        } catch (URISyntaxException e) {
            return Optional.of("'" + text + "' is not an http or https address: " + e.getReason());
        }
    }

    private static Optional<String> fault(String text, URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return Optional.of("'" + text + "' is not an http or https address");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("an address must not hold a user's name or password");
        }
        return hasHost(uri) ? Optional.empty() : Optional.of("'" + text + "' names no host");
    }

    /** Names in other scripts stand in the authority alone until they are put into ASCII. */
    private static boolean hasHost(URI uri) {
        if (uri.getHost() != null) {
            return true;
        }
        try {
            String host = uri.getAuthority() == null ? "" : uri.getAuthority();
            String ascii = IDN.toASCII(host.replaceFirst(":\\d*$", ""));
            return !ascii.isEmpty() && new URI("http://" + ascii).getHost() != null;
        } catch (IllegalArgumentException | URISyntaxException e) {
            return false;
        }
    }

    /** Without what browsers and the fetcher forgive: it is escaped when it is asked. */
    private static String forgiven(String text) {
        return text.replaceAll("[ \"<>\\\\^`{|}]|%(?![0-9a-fA-F]{2})", "_");
    }
}
