package org.tocsin.core.feed;

import java.time.Duration;
import java.util.Objects;
import org.tocsin.core.article.ArticleId;

/**
 * A feed to read, as configured.
 *
 * <p>{@code source} and {@code language} overrule what the feed's articles would say of themselves
 * and are null to let them; {@code interval} is the pause between two fetches.
 */
public record Feed(
        String id,
        String url,
        String title,
        String source,
        String language,
        Duration interval,
        boolean enabled) {

    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(10);

    public Feed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        interval = interval == null ? DEFAULT_INTERVAL : interval;
    }

    /** A feed known by nothing but its address; the id follows from the address. */
    public static Feed at(String url) {
        return new Feed(idOf(url), url, null, null, null, DEFAULT_INTERVAL, true);
    }

    /** The id of the feed at that address: 16 hex digits, the same for http and https. */
    public static String idOf(String url) {
        return ArticleId.hex(ArticleId.canonicalUrl(url)).substring(0, 16);
    }
}
