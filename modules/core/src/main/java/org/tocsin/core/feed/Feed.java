package org.tocsin.core.feed;

import java.time.Duration;
import java.util.Objects;
import org.tocsin.core.article.ArticleId;

/**
 * A feed to read, as configured.
 *
 * <p>{@code source} and {@code language} overrule what the feed's articles would say of themselves
 * and are null to let them; {@code interval} is the pause between two fetches, null to let it
 * follow the feed's own rhythm. {@code pages} allows to fetch the page of an article whose text the
 * feed does not give, {@code robots} is whether the site's robots.txt is obeyed for the feed
 * itself.
 */
public record Feed(
        String id,
        String url,
        String title,
        String source,
        String language,
        Duration interval,
        boolean enabled,
        boolean pages,
        boolean robots) {

    public Feed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
    }

    /** A feed known by nothing but its address; the id follows from the address. */
    public static Feed at(String url) {
        return new Feed(idOf(url), url, null, null, null, null, true, true, true);
    }

    /** The id of the feed at that address: 16 hex digits, the same for http and https. */
    public static String idOf(String url) {
        return ArticleId.hex(ArticleId.canonicalUrl(url)).substring(0, 16);
    }

    public Feed titled(String newTitle) {
        return new Feed(id, url, newTitle, source, language, interval, enabled, pages, robots);
    }

    public Feed every(Duration newInterval) {
        return new Feed(id, url, title, source, language, newInterval, enabled, pages, robots);
    }

    public Feed from(String newSource) {
        return new Feed(id, url, title, newSource, language, interval, enabled, pages, robots);
    }

    public Feed speaking(String newLanguage) {
        return new Feed(id, url, title, source, newLanguage, interval, enabled, pages, robots);
    }

    public Feed enabled(boolean isEnabled) {
        return new Feed(id, url, title, source, language, interval, isEnabled, pages, robots);
    }

    public Feed readingPages(boolean allowed) {
        return new Feed(id, url, title, source, language, interval, enabled, allowed, robots);
    }

    public Feed obeyingRobots(boolean obeyed) {
        return new Feed(id, url, title, source, language, interval, enabled, pages, obeyed);
    }

    /** The same feed at another address. */
    public Feed movedTo(String newUrl) {
        return new Feed(id, newUrl, title, source, language, interval, enabled, pages, robots);
    }
}
