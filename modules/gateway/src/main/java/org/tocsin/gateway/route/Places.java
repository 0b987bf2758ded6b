package org.tocsin.gateway.route;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where a browser goes after it signed in. */
final class Places {

    /** A path of ours; browsers take {@code //host} and {@code /\host} for other sites. */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

    private Places() {}

    /** The place where it is one of ours, else the first page. */
    static String local(String wanted) {
        return wanted != null && LOCAL.matcher(wanted).matches() ? wanted : "/";
    }

    /** As it stands in a query. */
    static String encoded(String place) {
        return URLEncoder.encode(place, StandardCharsets.UTF_8);
    }
}
