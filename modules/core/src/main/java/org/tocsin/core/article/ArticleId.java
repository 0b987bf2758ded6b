package org.tocsin.core.article;

import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.net.URI;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Ids that depend on what is told and by whom, never on when it was fetched: fetching the same
 * telling again, after a crash or by another instance, gives the same id.
 */
public final class ArticleId {

    /** Query parameters that say how a reader came, not what the page is. */
    private static final Pattern TRACKING =
            Pattern.compile("utm_\\w+|fbclid|gclid|mc_cid|mc_eid|igshid|ocid|cmpid|smid");

    private ArticleId() {}

    /**
     * The id of a telling: 32 hex digits from its feed, its guid (else its URL) and its content.
     * Any part may be null.
     */
    public static String of(String feed, String guid, String url, String title, String text) {
        String item = guid != null ? guid : url != null ? canonicalUrl(url) : null;
        return hex(feed, item, title, text);
    }

    /** 32 hex digits of XXH3-128 over the parts, each closed so that no two lists run together. */
    public static String hex(String... parts) {
        var stream = Hashing.xxh3_128().hashStream();
        for (String part : parts) {
            stream.putBoolean(part != null);
            if (part != null) {
                stream.putString(part);
            }
        }
        return hex(stream.get());
    }

    /** 32 hex digits of XXH3-128 over the bytes. */
    public static String hex(byte[] bytes) {
        var stream = Hashing.xxh3_128().hashStream();
        return hex(stream.putBytes(bytes).get());
    }

    private static String hex(HashValue128 hash) {
        return hash.toString().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
    }

    /**
     * The URL without what does not name the page: scheme and host in lower case, no {@code www.},
     * no default port, fragment, tracking parameters or trailing slash. Text that is no URL is
     * returned trimmed.
     */
    public static String canonicalUrl(String url) {
        return PlainUrl.isPlain(url)
                ? PlainUrl.canonical(url, ArticleId::withoutTracking)
                : parsed(url);
    }

    /** The same of any text; {@link PlainUrl} is how most are read, in a tenth of the time. */
    static String parsed(String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() == null) {
                return url.strip();
            }
            String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
            boolean defaultPort =
                    uri.getPort() == -1 || uri.getPort() == 80 || uri.getPort() == 443;
            String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceFirst("/+$", "");
            String query = uri.getRawQuery() == null ? "" : withoutTracking(uri.getRawQuery());
            // http and https name the same page, so the scheme is fixed.
            return "https://"
                    + host
                    + (defaultPort ? "" : ":" + uri.getPort())
                    + path
                    + (query.isEmpty() ? "" : "?" + query);
        } catch (IllegalArgumentException e) {
            return url.strip();
        }
    }

    private static String withoutTracking(String query) {
        var rest = new StringJoiner("&");
        for (String pair : query.split("&")) {
            int end = pair.indexOf('=');
            if (!TRACKING.matcher(end < 0 ? pair : pair.substring(0, end)).matches()) {
                rest.add(pair);
            }
        }
        return rest.toString();
    }
}
