package org.tocsin.ingestor.subscribe;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;
import org.tocsin.ingestor.fetch.FetchOutcome.Headers;
import org.tocsin.ingestor.parse.FeedHints;

/**
 * A hub that a feed names, and the topic to subscribe to there: W3C WebSub, 4, discovery. The links
 * of the answer's headers go before those of the document; a feed that names a hub and not itself
 * means the address it was read from.
 */
public record HubLink(String hub, String topic) {

    private static final int LONGEST = 2_000;

    /** What the answer says; null where it names no hub that can be asked. */
    public static HubLink of(Headers headers, FeedHints hints, String url) {
        String hub = first(headers.hub(), hints.hub());
        String topic = first(headers.self(), hints.self(), url);
        return hub == null || topic == null ? null : new HubLink(hub, topic);
    }

    private static String first(String... candidates) {
        return Stream.of(candidates).filter(HubLink::isWeb).findFirst().orElse(null);
    }

    private static boolean isWeb(String url) {
        if (url == null || url.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = URI.create(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
